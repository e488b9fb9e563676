import { BarChart } from '@mui/x-charts/BarChart';
import { shortMoney, useCurrency } from '../money';
import { shownStart, type Interval } from './interval';
import type { SpendLine, SpendMeasure } from './spendLines';
import { useLineColors } from './useLineColors';

const HEIGHT = 280;

/** Apart from what says it in words, so that charts load only where there is one. */
export const SpendChart = (props: {
  at: string[];
  interval: Interval;
  lines: SpendLine[];
  measure: SpendMeasure;
  /** A bar was clicked: which line, and which interval. */
  onOpen: (line: SpendLine, at: string) => void;
}) => {
  const { at, interval, lines, measure, onOpen } = props;
  const currency = useCurrency();
  const colors = useLineColors(lines);
  return (
    <BarChart
      height={HEIGHT}
      skipAnimation
      hideLegend
      margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
      grid={{ horizontal: true }}
      xAxis={[
        {
          data: at,
          scaleType: 'band',
          valueFormatter: (start: string) => shownStart(start, interval),
        },
      ]}
      yAxis={[
        {
          width: 68,
          min: 0,
          tickNumber: 5,
          valueFormatter: (amount: number) =>
            measure === 'cost'
              ? shortMoney(amount, currency)
              : shortCount(amount),
        },
      ]}
      series={lines.map((line, index) => ({
        id: line.key,
        label: line.name,
        data: line.drawn,
        color: colors[index],
        stack: 'all',
        valueFormatter: (_amount, { dataIndex }) =>
          // What there was nothing of would only make the list long.
          line.isIn(dataIndex) ? line.shown(dataIndex) : null,
      }))}
      onItemClick={(_event, item) => {
        const line = lines.find(({ key }) => key === item.seriesId);
        if (line && item.dataIndex !== undefined) {
          onOpen(line, at[item.dataIndex]);
        }
      }}
      sx={{ '& .MuiBarElement-root': { cursor: 'pointer' } }}
    />
  );
};

function shortCount(count: number): string {
  return Number.isInteger(count)
    ? new Intl.NumberFormat('en', {
        notation: 'compact',
        maximumFractionDigits: 1,
      }).format(count)
    : '';
}
