import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { Notice } from '../notices';

/** A request for more as it is kept. */
export type KeptIncrease = Omit<BudgetIncrease, 'title' | 'mayDecide'>;

export interface IncreaseQuery {
  teams?: readonly string[];
  states?: readonly BudgetIncrease['state'][];
  limit: number;
  offset: number;
}

export interface IncreaseDecision {
  state: 'granted' | 'declined';
  by: string;
  /** ISO instant, UTC. */
  at: string;
  /** `YYYY-MM`; only what was asked for this month can be decided. */
  month: string;
  reason?: string;
}

/** Keeps what teams asked for, and what was decided. Nothing is deleted. */
export interface IncreaseStore {
  /** @throws ConflictError when the team waits for an answer already */
  ask(scope: CostScope, increase: KeptIncrease, notice: Notice): Promise<void>;
  get(scope: CostScope, id: string): Promise<KeptIncrease | undefined>;
  /** Those that wait first, then the newest. */
  list(
    scope: CostScope,
    query: IncreaseQuery,
  ): Promise<{ items: KeptIncrease[]; totalItems: number }>;
  /** Granted and pending ones of a month. */
  ofMonth(
    scope: CostScope,
    month: string,
    teamRefs: readonly string[],
  ): Promise<KeptIncrease[]>;
  /**
   * False when it waits no more, or the scope may not decide: of several who
   * decide at once, one does.
   */
  decide(
    scope: CostScope,
    id: string,
    decision: IncreaseDecision,
    notice: Notice,
  ): Promise<boolean>;
  /** False when it waits no more, or was asked by somebody else. */
  withdraw(scope: CostScope, id: string, at: string): Promise<boolean>;
  /** Ends what still waits of months that are over. */
  closeBefore(scope: CostScope, month: string, at: string): Promise<void>;
}
