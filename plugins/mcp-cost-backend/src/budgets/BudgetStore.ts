import type { CostScope } from '../access';

/** A team's budget as it is kept. */
export interface KeptBudget {
  teamRef: string;
  amountNanos: bigint;
  softThreshold: number;
  blocks: boolean;
  setBy: string;
  /** ISO instant, UTC. */
  setAt: string;
}

/** Keeps the monthly budgets of teams. */
export interface BudgetStore {
  /** Budgets of teams whose cost the scope may read; of all, or of those named. */
  list(scope: CostScope, teamRefs?: readonly string[]): Promise<KeptBudget[]>;
  /** False when the scope does not manage the team. */
  set(scope: CostScope, budget: KeptBudget): Promise<boolean>;
  /** False when there is none, or the scope does not manage the team. */
  remove(scope: CostScope, teamRef: string): Promise<boolean>;
}
