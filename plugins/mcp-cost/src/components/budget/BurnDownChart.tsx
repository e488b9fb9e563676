import { useTheme } from '@mui/material/styles';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { LineChart } from '@mui/x-charts/LineChart';
import { shortMoney, useCurrency } from '../money';
import { shortDay } from '../period';
import type { BurnDown } from './burnDown';

const HEIGHT = 240;

/** Apart from what says it in words, so that charts load only where there is one. */
export const BurnDownChart = (props: {
  burn: BurnDown;
  runsOutOn?: string;
}) => {
  const { burn, runsOutOn } = props;
  const { palette } = useTheme();
  const currency = useCurrency();
  const money = (amount: number | null) =>
    amount === null ? '' : shortMoney(amount, currency);
  return (
    <LineChart
      height={HEIGHT}
      skipAnimation
      grid={{ horizontal: true }}
      xAxis={[
        {
          data: burn.days,
          scaleType: 'point',
          valueFormatter: (day: string) => shortDay(day),
          tickLabelInterval: (_day, index) => index % 5 === 0,
        },
      ]}
      yAxis={[{ valueFormatter: money, width: 64 }]}
      series={[
        {
          data: burn.left,
          label: 'Left of the budget',
          color: palette.primary.main,
          showMark: false,
          area: true,
          valueFormatter: money,
        },
        {
          data: burn.ahead,
          label: 'If it goes on like this',
          color: palette.text.secondary,
          showMark: false,
          valueFormatter: money,
        },
      ]}
      sx={{
        '& .MuiLineElement-series-auto-generated-id-1': {
          strokeDasharray: '5 5',
        },
        '& .MuiAreaElement-root': { opacity: 0.15 },
      }}
    >
      {runsOutOn && burn.days.includes(runsOutOn) && (
        <ChartsReferenceLine
          x={runsOutOn}
          label={`Runs out ${shortDay(runsOutOn)}`}
          labelAlign="start"
          labelStyle={{ fontSize: 12 }}
          lineStyle={{ stroke: palette.error.main }}
        />
      )}
      <ChartsReferenceLine y={0} lineStyle={{ stroke: palette.error.main }} />
    </LineChart>
  );
};
