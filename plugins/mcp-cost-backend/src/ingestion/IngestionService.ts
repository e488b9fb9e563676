import type {
  RecordRefusal,
  UsageKind,
  UsageReceipt,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { BatchSource, EntryMeasures, SpanLink } from '../usage';

/**
 * Who sends usage: what a service key stands for.
 */
export interface Reporter {
  /** For what is written down; a key's id, never its secret. */
  id: string;
  /** The team that it belongs to. */
  teamRef: string;
  /** Other teams that an administrator lets it report for. */
  reportsFor: readonly string[];
}

/**
 * What was said of one event, in the same form whichever way it came. Nothing
 * of it is believed yet.
 */
export interface ReportedUsage {
  /** Position in what was sent. */
  index: number;
  /** The sender's name of the event, and what names it: `span`, `usage`, ... */
  id: string;
  idKind: string;
  revision: number;
  occurredAtMs: number;
  kind: UsageKind;
  team?: string;
  agent?: string;
  /** Other names of it; the first that the catalog knows is taken. */
  agentAliases?: readonly string[];
  user?: string;
  environment?: string;
  /** All that may name the server, the most exact first. */
  serverNames: readonly string[];
  tool?: string;
  model?: string;
  provider?: string;
  unit?: string;
  measures: EntryMeasures;
  span?: SpanLink;
  /** Index of the one, among the same, that counts for this one's call. */
  replacedByIndex?: number;
}

/**
 * Attributes, prices and stores what was reported. Shared by all ways in.
 */
export interface IngestionService {
  /**
   * Good records are stored and committed when it answers; others are refused
   * one by one.
   *
   * @throws TooManyRequestsError when more is waiting than memory should hold;
   *   it says after how many seconds to try again
   */
  ingest(
    reporter: Reporter,
    source: BatchSource,
    records: readonly ReportedUsage[],
    /** What the way in refused already. */
    refusals?: readonly RecordRefusal[],
  ): Promise<UsageReceipt>;
}
