import type { ReuseAssumptions } from '@mcp-portal/plugin-mcp-cost-common';

const AMOUNT = /^\d{1,12}(\.\d{1,9})?$/;
const MOST_MONTHS = 120;

/** Whether somebody wrote amounts and a number of months that make sense. */
export function areAssumptions(typed: ReuseAssumptions): boolean {
  return (
    AMOUNT.test(typed.buildCost) &&
    AMOUNT.test(typed.runCostPerMonth) &&
    Number.isInteger(typed.months) &&
    typed.months >= 1 &&
    typed.months <= MOST_MONTHS
  );
}
