import type { Repricing } from '@mcp-portal/plugin-mcp-cost-common';

import { dayText } from '../time/days';

export interface RepricingRow {
  id: number;
  price_id: number;
  state: Repricing['state'];
  from_day: number;
  to_day: number | null;
  events: string | number;
  done: string | number;
  cost_before: string;
  cost_after: string;
  cursor_attribution: number | null;
  cursor_at: string | number | null;
  cursor_key: string | null;
  failures: number;
  created_by: string;
  started_at: string | number;
  finished_at: string | number | null;
  error: string | null;
}

export function toRepricing(row: RepricingRow): Repricing {
  return {
    id: row.id,
    priceId: row.price_id,
    state: row.state,
    from: dayText(row.from_day),
    events: Number(row.events),
    done: Number(row.done),
    costBeforeNanos: row.cost_before,
    costAfterNanos: row.cost_after,
    by: row.created_by,
    startedAt: instant(row.started_at),
    ...(row.finished_at !== null && { finishedAt: instant(row.finished_at) }),
    ...(row.error !== null && { error: row.error }),
  };
}

function instant(ms: string | number): string {
  return new Date(Number(ms)).toISOString();
}
