import type {
  ConventionSubject,
  Snapshot,
  UnknownToolAnswer,
} from '@mcp-portal/mcp-contract';
import type {
  AttemptOutcome,
  ServerPackage,
  ServerRemote,
} from '@mcp-portal/plugin-mcp-registry-common';

/** What is needed to ask a server. */
export interface ServerToAsk {
  /** Entity ref, complete and in lower case. */
  ref: string;
  remotes: ServerRemote[];
  packages: ServerPackage[];
}

/** What one attempt led to. */
export interface Answer {
  outcome: AttemptOutcome;
  latencyMs: number;
  /** What went wrong, where, and what to do; for every outcome but `ok`. */
  error?: string;
  /** `streamable-http`, `sse` or `stdio`: the last that was tried. */
  transport?: string;
  /** The URL (without query, user or password) or `package@version`. */
  endpoint?: string;
  /** The name of the operator's credential that was used. */
  credential?: string;
  /** Only when the outcome is `ok`. */
  snapshot?: Snapshot;
  serverInfo?: { name: string; version: string; title?: string };
  protocolVersion?: string;
  /** How a tool that does not exist was refused; absent when it was not tried. */
  unknownTool?: UnknownToolAnswer;
  /** How a client gets in, as far as this attempt could know. */
  auth?: ConventionSubject['auth'];
}

/** What is tried beside reading the contract. */
export interface TrialOptions {
  /** Whether a tool that can't exist is called. */
  unknownTool: boolean;
  /**
   * The snapshot of a server that was tried not long ago: while it offers the
   * same, it is left in peace.
   */
  unlessSnapshot?: string;
}

/** How a server is asked. */
export interface AskOptions {
  signal?: AbortSignal;
  /** What is tried once the contract is read; nothing when absent. */
  trial?: TrialOptions;
}

/**
 * Asks a live server for its whole contract, within the operator's rules.
 * Never throws and never outlives its deadline: whatever a server does costs
 * only its own answer.
 */
export interface ContractAsker {
  ask(server: ServerToAsk, options?: AskOptions): Promise<Answer>;
}
