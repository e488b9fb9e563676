import { useTheme } from '@mui/material/styles';
import { SparkLineChart } from '@mui/x-charts/SparkLineChart';
import type { ScoreDay } from '@mcp-portal/plugin-mcp-registry-common';
import { shownDay } from '@mcp-portal/plugin-mcp-react';

/** Apart from what says it in words, so that charts load only where there is one. */
export const TrendChart = (props: { trend: ScoreDay[]; height: number }) => (
  <SparkLineChart
    data={props.trend.map(({ score }) => score)}
    xAxis={{
      data: props.trend.map(({ day }) => day),
      scaleType: 'point',
      valueFormatter: (day: string) => shownDay(day),
    }}
    yAxis={{ min: 0, max: 100 }}
    height={props.height}
    color={useTheme().palette.primary.main}
    showTooltip
    showHighlight
    valueFormatter={score => `${Math.round(score ?? 0)} of 100`}
  />
);
