import { lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import {
  readNanos,
  type Nanos,
  type UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useCost } from '../loading';
import { drawnAmount, shownMoney, useCurrency } from '../money';
import { lastDays } from '../period';

const DAYS = 30;
const HEIGHT = 48;

const TrendLine = lazy(() =>
  import('./TrendLine').then(line => ({ default: line.TrendLine })),
);

/**
 * What something cost on each of the last days, small; in words for those who
 * can't see it. It is no answer of its own: when it fails, nothing is drawn.
 */
export const CostTrend = (props: { of: Omit<UsageFilter, 'from' | 'to'> }) => {
  const currency = useCurrency();
  const question = {
    ...lastDays(DAYS),
    ...props.of,
    interval: 'day' as const,
  };
  const { value } = useCost('trend', question, (api, options) =>
    api.getSeries(question, options),
  );
  const total = value ? sumByDay(value.series.map(line => line.costNanos)) : [];
  if (!value || total.every(amount => amount === '0')) {
    return <Box sx={{ height: HEIGHT }} />;
  }
  const most = total.reduce((a, b) => (readNanos(a) > readNanos(b) ? a : b));
  return (
    <Box
      role="img"
      aria-label={`Cost of the last ${DAYS} days; the most on one day was ${shownMoney(
        most,
        currency,
      )}`}
      sx={{ height: HEIGHT }}
    >
      <Suspense fallback={null}>
        <TrendLine
          at={value.at}
          amounts={total.map(drawnAmount)}
          height={HEIGHT}
        />
      </Suspense>
    </Box>
  );
};

function sumByDay(lines: Nanos[][]): Nanos[] {
  const [first = []] = lines;
  return first.map((_, day) =>
    lines.reduce((sum, line) => sum + readNanos(line[day]), 0n).toString(),
  );
}
