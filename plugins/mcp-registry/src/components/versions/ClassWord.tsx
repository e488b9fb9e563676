import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { Verdict } from '@mcp-portal/mcp-contract';
import { CLASS_LOOKS, UNDECIDED_LOOK } from './changeClasses';

/** A class of changes as icon and word; what it means in the tooltip. */
export const ClassWord = (props: {
  verdict: Verdict;
  undecided?: boolean;
  children?: ReactNode;
}) => {
  const look = props.undecided ? UNDECIDED_LOOK : CLASS_LOOKS[props.verdict];
  const Icon = look.icon;
  return (
    <Tooltip title={look.meaning} describeChild>
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.5,
          whiteSpace: 'nowrap',
        }}
      >
        <Icon fontSize="small" sx={{ color: look.color }} aria-hidden />
        {props.children ?? look.word}
      </Box>
    </Tooltip>
  );
};
