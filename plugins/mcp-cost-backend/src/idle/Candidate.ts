import type { IdleKind } from '@mcp-portal/plugin-mcp-cost-common';

/** Something that a source found idle. */
export interface Candidate {
  kind: IdleKind;
  /** Entity ref; of a key its id. */
  subject: string;
  title: string;
  ownerRef?: string;
  /** Only the owner's members may know of it. */
  isPrivate: boolean;
  lastUsedAt?: Date;
  idleSince: Date;
  /** What it costs a month, where that is known. */
  costPerMonthNanos?: bigint;
  savingPerMonthNanos?: bigint;
}
