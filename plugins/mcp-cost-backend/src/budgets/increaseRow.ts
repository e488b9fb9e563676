import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';

import type { KeptIncrease } from './IncreaseStore';

export interface IncreaseRow {
  id: string;
  team_ref: string;
  month: string;
  amount_nanos: string;
  reason: string;
  asked_by: string;
  asked_at: string;
  state: string;
  decided_by: string | null;
  decided_at: string | null;
  decision_reason: string | null;
}

export function toIncreaseRow(increase: KeptIncrease): IncreaseRow {
  return {
    id: increase.id,
    team_ref: increase.teamRef,
    month: increase.month,
    amount_nanos: increase.amountNanos,
    reason: increase.reason,
    asked_by: increase.askedBy,
    asked_at: increase.askedAt,
    state: increase.state,
    decided_by: increase.decidedBy ?? null,
    decided_at: increase.decidedAt ?? null,
    decision_reason: increase.decisionReason ?? null,
  };
}

export function toKeptIncrease(row: IncreaseRow): KeptIncrease {
  return {
    id: row.id,
    teamRef: row.team_ref,
    month: row.month,
    amountNanos: row.amount_nanos,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: row.state as BudgetIncrease['state'],
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.decision_reason !== null && {
      decisionReason: row.decision_reason,
    }),
  };
}
