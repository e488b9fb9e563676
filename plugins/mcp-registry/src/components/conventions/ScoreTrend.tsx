import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { SparkLineChart } from '@mui/x-charts/SparkLineChart';
import type { ScoreDay } from '@mcp-portal/plugin-mcp-registry-common';
import { shownDay } from '../versions/sunset';

/** A score over the days; in words for those who can't see it. */
export const ScoreTrend = (props: {
  trend: ScoreDay[];
  height?: number;
  what?: string;
}) => {
  const { trend, height = 48, what = 'Score' } = props;
  const theme = useTheme();
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
    >
      <SparkLineChart
        data={trend.map(({ score }) => score)}
        xAxis={{
          data: trend.map(({ day }) => day),
          scaleType: 'point',
          valueFormatter: (day: string) => shownDay(day),
        }}
        yAxis={{ min: 0, max: 100 }}
        height={height}
        color={theme.palette.primary.main}
        showTooltip
        showHighlight
        valueFormatter={score => `${Math.round(score ?? 0)} of 100`}
      />
    </Box>
  );
};
