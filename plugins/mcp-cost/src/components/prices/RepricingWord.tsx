import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { Repricing } from '@mcp-portal/plugin-mcp-cost-common';
import { counted, LevelWord, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';

/** What a changed price did, or is doing, to usage that was there already. */
export const RepricingWord = ({ repricing }: { repricing: Repricing }) => {
  if (repricing.state === 'running') {
    const { done, events } = repricing;
    return (
      <Box sx={{ minWidth: 160 }}>
        Pricing again: {shownNumber(done)} of {shownNumber(events)}
        <LinearProgress
          variant={events > 0 ? 'determinate' : 'indeterminate'}
          value={events > 0 ? (done / events) * 100 : undefined}
          aria-label="Events that are priced again"
        />
      </Box>
    );
  }
  if (repricing.state === 'failed') {
    return (
      <LevelWord level="problem" reason={repricing.error}>
        Could not price again
      </LevelWord>
    );
  }
  const { events, costBeforeNanos, costAfterNanos } = repricing;
  return costBeforeNanos === costAfterNanos ? (
    <>
      {counted(events, 'event')}, still <Money nanos={costAfterNanos} />
    </>
  ) : (
    <>
      {counted(events, 'event')}, <Money nanos={costBeforeNanos} /> became{' '}
      <Money nanos={costAfterNanos} />
    </>
  );
};
