import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { shownShare } from '../money';

const COLORS = {
  good: 'success',
  attention: 'warning',
  problem: 'error',
  unknown: 'inherit',
} as const;

/** How much of the budget is used, with the mark from which one is warned. */
export const BudgetBar = (props: { status: BudgetStatus; label: string }) => {
  const { status, label } = props;
  const { budget, usedShare } = status;
  if (!budget || usedShare === undefined) {
    return null;
  }
  return (
    <Box sx={{ position: 'relative', minWidth: 64, flex: 1 }}>
      <LinearProgress
        variant="determinate"
        color={COLORS[status.level]}
        value={Math.min(100, usedShare * 100)}
        aria-label={label}
        aria-valuetext={`${shownShare(usedShare)} used`}
        sx={{ height: 8, borderRadius: 1 }}
      />
      <Box
        aria-hidden
        title={`Warned from ${shownShare(budget.softThreshold)}`}
        sx={{
          position: 'absolute',
          top: -2,
          bottom: -2,
          left: `${budget.softThreshold * 100}%`,
          width: 2,
          bgcolor: 'text.secondary',
        }}
      />
    </Box>
  );
};
