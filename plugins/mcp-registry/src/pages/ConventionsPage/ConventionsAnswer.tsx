import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ScorePage } from '@mcp-portal/plugin-mcp-registry-common';
import { counted } from '@mcp-portal/plugin-mcp-react';
import { ScoreTrend, shownDifference } from '../../components';

/** The mean score, where it is going, and over how many servers. */
export const ConventionsAnswer = (props: {
  scores?: ScorePage;
  narrowed: boolean;
  failed?: Error;
}) => {
  const { scores, narrowed, failed } = props;
  if (!scores) {
    return failed ? null : (
      <Typography variant="h5" component="h2" sx={{ m: 0 }}>
        <Skeleton
          role="status"
          width="28ch"
          aria-label="Adding up the scores"
        />
      </Typography>
    );
  }
  const { mean, trend, totalItems, checked } = scores;
  const unchecked = totalItems - checked;
  const first = trend[0];
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        rowGap: 1,
        alignItems: 'center',
      }}
    >
      <Typography
        variant="h5"
        component="h2"
        aria-live="polite"
        sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
      >
        {mean === undefined
          ? 'No score is known yet'
          : `${Math.round(mean)} of 100 is the mean score of ${counted(
              checked,
              'server',
            )}${narrowed ? ' that match' : ''}`}
        {mean !== undefined && first && trend.length > 1 && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            , {shownDifference(mean, first.score)} since{' '}
            {new Date(first.day).toLocaleDateString('en-GB', {
              day: 'numeric',
              month: 'long',
              timeZone: 'UTC',
            })}
          </Box>
        )}
      </Typography>
      {unchecked > 0 && (
        <Typography variant="body2" color="text.secondary">
          {counted(unchecked, 'server')} not checked yet: no answer so far.
        </Typography>
      )}
      <Box sx={{ width: 240 }}>
        <ScoreTrend trend={trend} what="Mean score" />
      </Box>
    </Box>
  );
};
