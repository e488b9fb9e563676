/**
 * The four levels of health; `unknown` means that nobody could ask yet.
 * @public
 */
export const HEALTH_LEVELS = [
  'good',
  'attention',
  'problem',
  'unknown',
] as const;

/**
 * One of {@link HEALTH_LEVELS}.
 * @public
 */
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

/**
 * How an attempt to ask a server for its contract ended.
 *
 * - `ok`: the whole contract was read.
 * - `refused`: the operator's rules do not let the portal start or call it.
 * - `unreachable`: no connection, or the name does not resolve.
 * - `unauthorized`: the server wants a credential, or did not accept ours.
 * - `timeout`: the deadline passed.
 * - `protocol-error`: it answered, but not as MCP asks.
 * - `too-large`: it sent more than the portal is willing to read.
 * - `invalid-contract`: what it offers can't be made a snapshot.
 * - `crashed`: the process, or the connection, ended midway.
 *
 * @public
 */
export const ATTEMPT_OUTCOMES = [
  'ok',
  'refused',
  'unreachable',
  'unauthorized',
  'timeout',
  'protocol-error',
  'too-large',
  'invalid-contract',
  'crashed',
] as const;

/**
 * One of {@link ATTEMPT_OUTCOMES}.
 * @public
 */
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/**
 * One attempt to ask a server for its contract.
 * @public
 */
export interface Attempt {
  id: string;
  /** ISO instant, UTC. */
  startedAt: string;
  latencyMs: number;
  outcome: AttemptOutcome;
  /** What went wrong and what to do; absent when it went well. */
  error?: string;
  trigger: 'schedule' | 'manual';
  /** `streamable-http`, `sse` or `stdio`. */
  transport?: string;
  /** The URL or package that was asked, without any credential. */
  endpoint?: string;
  /** The name of the operator's credential that was used, never its value. */
  credential?: string;
  /** SHA-256 of the snapshot that was seen. */
  snapshot?: string;
}

/**
 * How a server did on one day (UTC).
 * @public
 */
export interface HealthDay {
  /** `YYYY-MM-DD`. */
  day: string;
  ok: number;
  failed: number;
  /** Mean latency of the attempts that went well; absent when none did. */
  meanLatencyMs?: number;
}

/**
 * What asking now led to.
 * @public
 */
export interface IntrospectionReceipt {
  /**
   * `started`: the server is being asked. `running`: it was being asked
   * already. Either way the attempt appears among the server's attempts.
   */
  state: 'started' | 'running';
}
