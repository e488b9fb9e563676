import type { Nanos } from '../money';

/** What may lie idle. @public */
export type IdleKind = 'server' | 'agent' | 'key' | 'hosting';

/**
 * Something that is kept, and perhaps paid for, but not used.
 * @public
 */
export interface IdleResource {
  /** Stable: the kind and what it is about. */
  id: string;
  kind: IdleKind;
  /** Entity ref; of a key its id. */
  subject: string;
  title: string;
  ownerRef?: string;
  lastUsedAt?: string;
  /** Since when it is idle. */
  idleSince: string;
  foundAt: string;
  /** What it costs a month, where that is known. */
  costPerMonthNanos?: Nanos;
  /** What would be saved a month. */
  savingPerMonthNanos?: Nanos;
  exemption?: IdleExemption;
  mayExempt: boolean;
}

/** @public */
export interface IdleExemption {
  reason: string;
  /** Last day of it, `YYYY-MM-DD`. */
  until: string;
  by: string;
  at: string;
}

/** @public */
export interface IdleQuery {
  kind?: IdleKind[];
  team?: string[];
  exempted?: 'without' | 'with' | 'only';
  limit?: number;
  offset?: number;
}
