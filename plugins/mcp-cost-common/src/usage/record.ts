import type { Nanos } from '../money';

/**
 * What kind of billable thing happened.
 *
 * - `tool-call`: a server's tool was called
 * - `model-call`: a model was asked
 * - `hosting`: hours that a server was hosted, or a share of its monthly fee
 * - `charge`: a line of a bill that was imported
 * - `other`: any other unit
 * @public
 */
export type UsageKind =
  | 'tool-call'
  | 'model-call'
  | 'hosting'
  | 'charge'
  | 'other';

/** All kinds of usage. @public */
export const USAGE_KINDS: readonly UsageKind[] = [
  'tool-call',
  'model-call',
  'hosting',
  'charge',
  'other',
];

/**
 * One usage event as gateways and jobs send it to `POST /usage`.
 *
 * The team is the one of the service key; `team` narrows only where an
 * administrator let the key report for several teams.
 * @public
 */
export interface UsageRecord {
  /**
   * Names the event within its team: the same id sent again counts once. Up to
   * 200 characters.
   */
  id: string;
  /** A higher one replaces what was sent before under the same id. From 0. */
  revision?: number;
  kind: UsageKind;
  /** When it happened: ISO instant with its offset. */
  at: string;
  /** Entity ref or name of a team that the key may report for. */
  team?: string;
  /** Entity ref of an agent, or the name by which it calls itself. */
  agent?: string;
  /** Entity ref of a person; either this or `agent` is there. */
  user?: string;
  /** Such as `production`. */
  environment: string;
  /** Entity ref, name, registry name or URL of the server. */
  server?: string;
  /** For `tool-call`. */
  tool?: string;
  /** For `model-call`. */
  model?: string;
  /** Who serves the model, such as `anthropic`. */
  provider?: string;
  /** For `model-call`; input includes what came from a cache. */
  inputTokens?: number;
  cachedInputTokens?: number;
  outputTokens?: number;
  /** For `hosting` and `other`: how much, as a decimal with at most nine places. */
  quantity?: number;
  /** What `quantity` counts; for `hosting` it is `hour`. */
  unit?: string;
  outcome?: 'ok' | 'error';
  /** A short, low-cardinality word, such as `tool_error` or `timeout`. */
  errorType?: string;
  durationMs?: number;
  /** Links the event to what OpenTelemetry saw of the same call. */
  traceId?: string;
  spanId?: string;
}

/**
 * One stored call, or other event, as the drill-down shows it.
 * @public
 */
export interface UsageEvent {
  key: string;
  kind: UsageKind;
  /** ISO instant, UTC. */
  at: string;
  teamRef: string;
  environment: string;
  /** Entity ref, or the name it gave where the catalog has no such agent. */
  agent?: string;
  userRef?: string;
  /** Entity ref; missing where it could not be tied to a server. */
  serverRef?: string;
  /** What an unattributed event said of its server. */
  serverHint?: string;
  tool?: string;
  model?: string;
  provider?: string;
  outcome: 'ok' | 'error';
  errorType?: string;
  durationMs?: number;
  /** Without what came from a cache. */
  inputTokens?: number;
  cachedInputTokens?: number;
  outputTokens?: number;
  quantity?: number;
  unit?: string;
  /** Missing where nothing has a price for it. */
  costNanos?: Nanos;
  priceId?: number;
  traceId?: string;
  spanId?: string;
  /** Whether it came with the sample data. */
  sample: boolean;
}
