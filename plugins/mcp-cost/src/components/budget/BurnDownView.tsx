import { lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { shownDay } from '@mcp-portal/plugin-mcp-react';
import { shownMoney, useCurrency } from '../money';
import { burnDown } from './burnDown';

const HEIGHT = 240;

const BurnDownChart = lazy(() =>
  import('./BurnDownChart').then(chart => ({ default: chart.BurnDownChart })),
);

/** The month's money going down; in words for those who can't see it. */
export const BurnDownView = ({ status }: { status: BudgetStatus }) => {
  const currency = useCurrency();
  const burn = burnDown(status);
  if (!burn || !status.limitNanos) {
    return null;
  }
  const words = [
    `Of ${shownMoney(status.limitNanos, currency)}, ${shownMoney(
      status.spentNanos,
      currency,
    )} is spent.`,
    status.runsOutOn &&
      `It runs out on ${shownDay(status.runsOutOn)} if it goes on like this.`,
  ];
  return (
    <Box
      role="img"
      aria-label={words.filter(Boolean).join(' ')}
      sx={{ height: HEIGHT, minWidth: 0 }}
    >
      <Suspense fallback={<Skeleton variant="rounded" height={HEIGHT - 16} />}>
        <BurnDownChart burn={burn} runsOutOn={status.runsOutOn} />
      </Suspense>
    </Box>
  );
};
