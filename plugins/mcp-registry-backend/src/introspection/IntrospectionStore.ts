import type { Contract } from '@mcp-portal/mcp-contract';
import type {
  Attempt,
  HealthDay,
  HealthLevel,
  Page,
  PageQuery,
  SeenSnapshot,
  ServerContract,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { Answer, ServerToAsk } from './asking/ContractAsker';

/**
 * A server that this replica has claimed, so that no other asks it meanwhile.
 */
export interface ClaimedServer extends ServerToAsk {
  /** How it is, before this attempt. */
  lastGoodAt?: string;
  failures: number;
  /** Made from a template, and nobody has called it ready yet. */
  justMade: boolean;
}

/**
 * One attempt and what follows from it.
 */
export interface AttemptRecord {
  startedAt: Date;
  trigger: Attempt['trigger'];
  answer: Answer;
  health: { level: HealthLevel; reason: string };
  nextAttemptAt: Date;
  /** Conclusions are still to be drawn: the claim goes on until its release. */
  keepsClaim?: boolean;
}

/**
 * Keeps what servers answered: attempts, distinct snapshots, and health.
 */
export interface IntrospectionStore {
  /** Claims the server that is due the longest; undefined when none is. */
  claimDue(
    scope: Scope,
    now: Date,
    claimedUntil: Date,
  ): Promise<ClaimedServer | undefined>;
  /** Claims one server, due or not; undefined when it is being asked, or not in scope. */
  claim(
    scope: Scope,
    ref: string,
    now: Date,
    claimedUntil: Date,
  ): Promise<ClaimedServer | undefined>;
  /**
   * Keeps an attempt with all that follows, whole or not at all, and ends the
   * claim unless told to keep it. Says whether the server offers something else
   * than before.
   */
  record(
    scope: Scope,
    ref: string,
    record: AttemptRecord,
  ): Promise<{ newContract: boolean }>;
  /** Ends the claim that a record kept. */
  release(scope: Scope, ref: string): Promise<void>;

  listAttempts(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<Attempt>>;
  healthDays(scope: Scope, ref: string, from: Date): Promise<HealthDay[]>;
  listSnapshots(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<SeenSnapshot>>;
  /** The snapshot of that name, or else the current one. */
  getSnapshot(
    scope: Scope,
    ref: string,
    sha256?: string,
  ): Promise<ServerContract | undefined>;
  /** What the server last offered; undefined when that is larger. */
  getCurrentContract(
    scope: Scope,
    ref: string,
    maxSizeBytes: number,
  ): Promise<Contract | undefined>;
}
