import type {
  ConventionReport,
  ConventionSubject,
} from '@mcp-portal/mcp-contract';
import type { ServerConventions } from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/** What was learned by trying a server. */
export interface ServerTrial {
  /** SHA-256 of what it offered then. */
  snapshot: string;
  /** ISO instant, UTC. */
  triedAt: string;
  unknownTool?: ConventionSubject['unknownTool'];
  auth?: ConventionSubject['auth'];
}

/** The last check of a server, its report apart. */
export interface LastCheck {
  /** Of all that counted. */
  fingerprint: string;
  snapshot: string;
  toolListTokens?: number;
}

/** What the registry knows of a server before an answer is checked. */
export interface CheckBasis {
  /** The name that it is published under. */
  serverName: string;
  /** The newest active release. */
  version?: string;
  trial?: ServerTrial;
  last?: LastCheck;
}

/** A check, as it is kept. */
export interface ConventionCheck {
  fingerprint: string;
  snapshot: string;
  report: ConventionReport;
}

/**
 * Keeps how far servers keep the conventions.
 */
export interface ConventionStore {
  /** Undefined when the scope does not let the server be asked. */
  basis(scope: Scope, ref: string): Promise<CheckBasis | undefined>;
  keepTrial(scope: Scope, ref: string, trial: ServerTrial): Promise<void>;
  /**
   * Keeps a check, with the day's score; without one that the last check still
   * holds.
   */
  keepCheck(
    scope: Scope,
    ref: string,
    now: Date,
    check?: ConventionCheck,
  ): Promise<void>;
  /** Undefined until it was checked, or when there is no such server in scope. */
  get(
    scope: Scope,
    ref: string,
    trendFrom: Date,
  ): Promise<ServerConventions | undefined>;
}
