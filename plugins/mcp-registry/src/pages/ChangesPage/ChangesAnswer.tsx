import { useMemo } from 'react';
import { Link } from '@backstage/core-components';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import {
  counted,
  LoadProblem,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { useChanges, useDrifts, useRemovals } from '../../api';
import { PERIODS, PERIOD_WORDS, periodStart } from './period';

const COUNT_ONLY = { limit: 1 };

/** This week in a sentence, each number of it a link to what it counts. */
export const ChangesAnswer = ({ base }: { base: string }) => {
  const from = useMemo(() => periodStart(PERIODS[0], new Date()), []);
  const changes = useChanges({ from, ...COUNT_ONLY });
  const removals = useRemovals(COUNT_ONLY);
  const drifts = useDrifts(COUNT_ONLY);
  const { value, error } = changes;
  if (error && !value) {
    return (
      <LoadProblem
        what="This week’s changes"
        error={error}
        onRetry={changes.reload}
      />
    );
  }
  const breaking = value?.counts.breaking ?? 0;
  const going = removals.value?.totalItems ?? 0;
  const drifting = drifts.value?.totalItems ?? 0;
  return (
    <Typography
      variant="h5"
      component="h2"
      aria-live="polite"
      sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
    >
      {!value ? (
        <Skeleton
          role="status"
          width="28ch"
          aria-label="Counting the changes"
        />
      ) : (
        <>
          {counted(value.totalItems, 'version')} {PERIOD_WORDS[PERIODS[0]]}
          {breaking > 0 && (
            <>
              ,{' '}
              <Link to={`${base}?class=breaking`}>
                {shownNumber(breaking)} breaking
              </Link>
            </>
          )}
          {going > 0 && (
            <>
              ;{' '}
              <Link to={`${base}/removals`}>
                {shownNumber(going)} about to be removed
              </Link>
            </>
          )}
          {drifting > 0 && (
            <>
              ;{' '}
              <Link to={`${base}/drift`}>
                {counted(drifting, 'server drifts', 'servers drift')}
              </Link>
            </>
          )}
        </>
      )}
    </Typography>
  );
};
