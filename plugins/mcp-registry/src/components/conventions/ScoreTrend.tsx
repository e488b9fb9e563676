import { lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import type { ScoreDay } from '@mcp-portal/plugin-mcp-registry-common';
import { shownDay } from '@mcp-portal/plugin-mcp-react';

const TrendChart = lazy(() =>
  import('./TrendChart').then(chart => ({ default: chart.TrendChart })),
);

/** A score over the days; in words for those who can't see it. */
export const ScoreTrend = (props: {
  trend: ScoreDay[];
  height?: number;
  what?: string;
}) => {
  const { trend, height = 48, what = 'Score' } = props;
  if (trend.length < 2) {
    return null;
  }
  const [first, last] = [trend[0], trend[trend.length - 1]];
  return (
    <Box
      role="img"
      aria-label={`${what} from ${Math.round(first.score)} on ${shownDay(
        first.day,
      )} to ${Math.round(last.score)} on ${shownDay(last.day)}`}
      sx={{ height }}
    >
      <Suspense fallback={null}>
        <TrendChart trend={trend} height={height} />
      </Suspense>
    </Box>
  );
};
