import {
  type BudgetStatus,
  formatMoney,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { BudgetReader } from '../../budgets';
import { budgetPath } from '../../portalPaths';
import type { Finding } from '../Finding';
import type { Rule } from '../Rule';

/** So much below a threshold it is over: sums move a little when prices do. */
const FADING_SHARE = 0.02;

/** What differs between the warning and the end of a budget. */
interface Threshold {
  name: 'budget-soft' | 'budget-hard';
  shareOf(status: BudgetStatus): number;
  level: Finding['level'];
}

const SOFT: Threshold = {
  name: 'budget-soft',
  shareOf: ({ budget }) => budget!.softThreshold,
  level: 'attention',
};
const HARD: Threshold = {
  name: 'budget-hard',
  shareOf: () => 1,
  level: 'problem',
};

/** Sees teams that come near the end of their budget, or reach it. */
export class BudgetRule implements Rule {
  readonly tier = 'business';
  readonly calmMs = 0;
  readonly #threshold: Threshold;
  readonly #budgets: BudgetReader;
  readonly #currency: string;

  private constructor(
    threshold: Threshold,
    options: { budgets: BudgetReader; currency: string },
  ) {
    this.#threshold = threshold;
    this.#budgets = options.budgets;
    this.#currency = options.currency;
  }

  /** Warns from the soft threshold on. */
  static soft(options: { budgets: BudgetReader; currency: string }) {
    return new BudgetRule(SOFT, options);
  }

  /** Says that all is spent. */
  static hard(options: { budgets: BudgetReader; currency: string }) {
    return new BudgetRule(HARD, options);
  }

  get name() {
    return this.#threshold.name;
  }

  async look(scope: CostScope, now: Date): Promise<Finding[]> {
    const statuses = await this.#budgets.statuses(scope);
    return statuses.flatMap(status => {
      const state = this.#stateOf(status);
      return state ? [this.#finding(status, state, now)] : [];
    });
  }

  #stateOf(status: BudgetStatus): Finding['state'] | undefined {
    const share = this.#threshold.shareOf(status);
    const { usedShare = 0, level, spentNanos } = status;
    // A budget of nothing is no news while nothing is spent.
    if (usedShare < share - FADING_SHARE || BigInt(spentNanos) <= 0n) {
      return undefined;
    }
    if (this.name === 'budget-soft' && level === 'problem') {
      return 'overtaken';
    }
    const isOn = this.name === 'budget-soft' ? 'attention' : 'problem';
    return level === isOn ? 'on' : 'fading';
  }

  #finding(status: BudgetStatus, state: Finding['state'], now: Date): Finding {
    const { teamRef, forecast, runsOutOn, budget } = status;
    const name = status.title ?? teamRef;
    const spent = formatMoney(status.spentNanos, this.#currency);
    const limit = formatMoney(status.limitNanos!, this.#currency);
    const percent = Math.floor((status.usedShare ?? 0) * 100);
    const isHard = this.name === 'budget-hard';
    return {
      subject: teamRef,
      occasion: forecast.month,
      state,
      level: this.#threshold.level,
      teamRef,
      title: isHard
        ? `${name} has used up its budget for ${forecast.month}`
        : `${name} has used ${percent} % of its budget for ${forecast.month}`,
      message: [
        `${spent} of ${limit} is spent.`,
        isHard
          ? `New work is ${budget!.blocks ? 'blocked' : 'not blocked'}.`
          : `At this rate the month ends at ${formatMoney(
              forecast.expectedNanos,
              this.#currency,
            )}${runsOutOn ? `, and the budget runs out on ${runsOutOn}` : ''}.`,
      ].join(' '),
      advice: isHard
        ? 'Ask for an increase with the reason for it, or wait for the next month.'
        : 'Look at what costs most, or ask for an increase before it runs out.',
      link: budgetPath(teamRef),
      startedAt: now.toISOString(),
      facts: {
        month: forecast.month,
        spentNanos: status.spentNanos,
        limitNanos: status.limitNanos!,
        expectedNanos: forecast.expectedNanos,
        percent,
        blocks: budget!.blocks ? 'yes' : 'no',
        ...(runsOutOn && { runsOutOn }),
      },
    };
  }
}
