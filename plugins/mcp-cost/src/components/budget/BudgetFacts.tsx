import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { Fact, Facts, shownDay } from '@mcp-portal/plugin-mcp-react';
import { Money, shownShare } from '../money';
import { BudgetLevel } from './BudgetLevel';

/** Below this there is only the range of a guess. */
const ENOUGH_DAYS = 7;

/** How a team stands with its money this month. */
export const BudgetFacts = ({ status }: { status: BudgetStatus }) => {
  const { budget, forecast, limitNanos, usedShare } = status;
  const raised = budget && limitNanos && limitNanos !== budget.amountNanos;
  return (
    <Facts minWidth={160}>
      <Fact name="Budget each month">
        <Money nanos={budget?.amountNanos} unknown="None is set" />
      </Fact>
      {raised && (
        <Fact name="With increases, this month">
          <Money nanos={limitNanos} />
        </Fact>
      )}
      <Fact name="Spent this month">
        <Money nanos={status.spentNanos} />
        {usedShare !== undefined && ` (${shownShare(usedShare)})`}
      </Fact>
      <Fact name="Stands">
        <BudgetLevel status={status} />
      </Fact>
      <Fact name="Month’s end, expected">
        <Money nanos={forecast.expectedNanos} />, between{' '}
        <Money nanos={forecast.lowNanos} /> and{' '}
        <Money nanos={forecast.highNanos} />
        {forecast.daysOfHistory < ENOUGH_DAYS && ' (a guess: little is known)'}
      </Fact>
      {budget && (
        <Fact name="Runs out on">
          {status.runsOutOn ? shownDay(status.runsOutOn) : 'It lasts the month'}
        </Fact>
      )}
      {budget && (
        <Fact name="At 100 %">
          {budget.blocks ? 'New work is blocked' : 'Nothing is blocked'}
        </Fact>
      )}
    </Facts>
  );
};
