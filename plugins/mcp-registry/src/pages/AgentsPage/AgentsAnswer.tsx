import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { counted } from '@mcp-portal/plugin-mcp-react';

/** How many agents there are. */
export const AgentsAnswer = (props: {
  total?: number;
  narrowed: boolean;
  /** The total belongs to an earlier question; the newest had no answer. */
  outdated: boolean;
}) => {
  const { total, narrowed, outdated } = props;
  const verb = total === 1 ? ' matches' : ' match';
  const ending = narrowed ? verb : '';
  return (
    <Typography
      variant="h5"
      component="h2"
      aria-live="polite"
      sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
    >
      {total === undefined ? (
        <Skeleton role="status" width="22ch" aria-label="Counting the agents" />
      ) : (
        `${counted(total, 'agent')}${
          outdated ? ' in the last good answer' : ending
        }`
      )}
    </Typography>
  );
};
