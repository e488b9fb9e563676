import { useTheme } from '@mui/material/styles';
import { SparkLineChart } from '@mui/x-charts/SparkLineChart';
import { shortMoney, useCurrency } from '../money';
import { shortDay } from '../period';

/** Apart from what says it in words, so that charts load only where there is one. */
export const TrendLine = (props: {
  at: string[];
  amounts: number[];
  height: number;
}) => {
  const currency = useCurrency();
  return (
    <SparkLineChart
      data={props.amounts}
      xAxis={{
        data: props.at,
        scaleType: 'point',
        valueFormatter: (day: string) => shortDay(day),
      }}
      yAxis={{ min: 0 }}
      height={props.height}
      color={useTheme().palette.primary.main}
      showTooltip
      showHighlight
      valueFormatter={amount => shortMoney(amount ?? 0, currency)}
    />
  );
};
