import type { Contract } from '../snapshot';

/**
 * How much it matters that a convention is kept. `off` switches it off.
 * @public
 */
export type ConventionSeverity = 'error' | 'warning' | 'info' | 'off';

/**
 * How an unknown tool was refused, when someone tried.
 * @public
 */
export type UnknownToolAnswer =
  /** A JSON-RPC error; MCP asks for -32602. */
  | { kind: 'error'; code: number }
  /** A result, as if the tool had been called. */
  | { kind: 'result'; isError: boolean }
  /** Nothing usable. */
  | { kind: 'none'; reason: string };

/**
 * What is looked at. What is absent is not known, and its conventions are
 * skipped.
 * @public
 */
export interface ConventionSubject {
  contract: Contract;
  /** The name that the server is published under. */
  serverName?: string;
  serverInfo?: { name: string; version: string };
  /** The version that the contract is published as, or is about to be. */
  version?: string;
  unknownTool?: UnknownToolAnswer;
  /**
   * How a client gets in: `none` when anyone may call it, `declared` when it
   * says what it wants (RFC 9728 metadata, or headers and variables of a
   * `server.json`), `undeclared` when it wants something and does not say what.
   */
  auth?: 'none' | 'declared' | 'undeclared';
  /** Tokens that a model reads to load the list of tools. */
  toolListTokens?: number;
}

/**
 * A convention, as data.
 * @public
 */
export interface Convention {
  id: string;
  title: string;
  severity: ConventionSeverity;
  why: string;
  fix: string;
  /** What can be tuned, with the value in force. */
  options: { [name: string]: number | string | boolean };
}

/**
 * One place where a convention is not kept.
 * @public
 */
export interface ConventionFinding {
  convention: string;
  severity: Exclude<ConventionSeverity, 'off'>;
  /** Name of the tool, or of another item; absent for the server itself. */
  tool?: string;
  prompt?: string;
  resource?: string;
  /** JSON pointer into the tool, item or contract. */
  pointer: string;
  message: string;
}

/**
 * How far a server keeps the conventions.
 * @public
 */
export interface ConventionReport {
  /** 0 to 100: the weighted share of what was checked and is kept. */
  score: number;
  /** Every convention that is on, and how often it was kept or broken. */
  conventions: {
    id: string;
    title: string;
    severity: Exclude<ConventionSeverity, 'off'>;
    why: string;
    fix: string;
    outcome: 'kept' | 'broken' | 'skipped';
    /** Places looked at, and those where it is not kept. */
    checked: number;
    broken: number;
    /** Why it was skipped. */
    reason?: string;
  }[];
  /** At most `maxFindings`, the most severe first. */
  findings: ConventionFinding[];
  /** How many there are in all. */
  totalFindings: number;
  toolListTokens?: number;
}

/**
 * What the platform team switches and tunes, by the convention's id.
 * @public
 */
export interface ConventionSettings {
  [id: string]: {
    severity?: ConventionSeverity;
    options?: { [name: string]: number | string | boolean };
  };
}
