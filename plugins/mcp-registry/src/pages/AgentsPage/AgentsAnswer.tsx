import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { counted } from '../../components';

/** How many agents there are. */
export const AgentsAnswer = (props: { total?: number; narrowed: boolean }) => {
  const { total, narrowed } = props;
  const matches = total === 1 ? ' matches' : ' match';
  return (
    <Typography
      variant="h5"
      component="h2"
      aria-live="polite"
      sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
    >
      {total === undefined ? (
        <Skeleton width="22ch" aria-label="Counting the agents" />
      ) : (
        `${counted(total, 'agent')}${narrowed ? matches : ''}`
      )}
    </Typography>
  );
};
