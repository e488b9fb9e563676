import Box from '@mui/material/Box';
import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';
import { refName } from '../entities';
import { IncreaseEntry } from './IncreaseEntry';

export const IncreasesList = (props: {
  increases: BudgetIncrease[];
  label: string;
  withTeam?: boolean;
  onDecided: () => void;
}) => (
  <Box
    component="ul"
    aria-label={props.label}
    sx={{ listStyle: 'none', p: 0, m: 0, '& > li:last-of-type': { border: 0 } }}
  >
    {props.increases.map(increase => (
      <IncreaseEntry
        key={increase.id}
        increase={increase}
        name={refName(increase.teamRef, increase.title)}
        withTeam={props.withTeam}
        onDecided={props.onDecided}
      />
    ))}
  </Box>
);
