import { createHash } from 'node:crypto';

import type {
  IdleKind,
  IdleResource,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { Candidate } from './Candidate';
import { mayExempt } from './mayExempt';

export interface IdleRow {
  id: string;
  kind: string;
  subject: string;
  title: string;
  owner_ref: string;
  is_private: boolean | number;
  last_used_at: string | null;
  idle_since: string;
  found_at: string;
  cost_per_month_nanos: string | null;
  saving_per_month_nanos: string | null;
}

/** With its exemption, where one holds. */
export interface ExemptedIdleRow extends IdleRow {
  exempt_reason: string | null;
  exempt_until: string | null;
  exempt_by: string | null;
  exempt_at: string | null;
}

/** The same thing has the same id, whenever it is found. */
export function idleId({ kind, subject }: Candidate): string {
  const hex = createHash('sha256').update(`${kind}\n${subject}`).digest('hex');
  return `${kind}-${hex.slice(0, 32)}`;
}

export function toIdleRow(candidate: Candidate, now: Date): IdleRow {
  return {
    id: idleId(candidate),
    kind: candidate.kind,
    subject: candidate.subject,
    title: candidate.title,
    owner_ref: candidate.ownerRef ?? '',
    is_private: candidate.isPrivate,
    last_used_at: candidate.lastUsedAt?.toISOString() ?? null,
    idle_since: candidate.idleSince.toISOString(),
    found_at: now.toISOString(),
    cost_per_month_nanos: textOf(candidate.costPerMonthNanos),
    saving_per_month_nanos: textOf(candidate.savingPerMonthNanos),
  };
}

export function toIdleResource(
  row: ExemptedIdleRow,
  scope: CostScope,
): IdleResource {
  return {
    id: row.id,
    kind: row.kind as IdleKind,
    subject: row.subject,
    title: row.title,
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
    idleSince: row.idle_since,
    foundAt: row.found_at,
    ...(row.cost_per_month_nanos !== null && {
      costPerMonthNanos: row.cost_per_month_nanos,
    }),
    ...(row.saving_per_month_nanos !== null && {
      savingPerMonthNanos: row.saving_per_month_nanos,
    }),
    ...(row.exempt_until !== null && {
      exemption: {
        reason: row.exempt_reason!,
        until: row.exempt_until,
        by: row.exempt_by!,
        at: row.exempt_at!,
      },
    }),
    mayExempt: mayExempt(scope, row.owner_ref),
  };
}

function textOf(nanos: bigint | undefined): string | null {
  return nanos === undefined ? null : String(nanos);
}
