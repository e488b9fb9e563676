import type {
  Bump,
  Change,
  Contract,
  ContractDiff,
  ContractInput,
} from '@mcp-portal/mcp-contract';

import type { Owner } from '../servers';
import type { ServerVersion } from './version';

/**
 * A version to be published.
 * @public
 */
export interface PublishRequest {
  /** Semantic version 2.0, without build metadata. */
  version: string;
  /**
   * What an MCP client returned, or a contract; or `live` for what the server
   * was last seen to offer.
   */
  contract: ContractInput | Contract | 'live';
  /**
   * With `live`: SHA-256 of the snapshot that is meant. When the server offers
   * another one by now, nothing is published.
   */
  expectedSnapshot?: string;
  /** Markdown, at most 20,000 characters. */
  changelog?: string;
  /** The official `server.json` of this version. */
  serverJson?: object;
  /** Platform admins: publish what the gate refuses. */
  override?: { reason: string };
  /** Platform admins: take these undecided changes (by id) for harmless. */
  accept?: { changes: string[]; reason: string };
  /** Say what would happen, and change nothing. */
  dryRun?: boolean;
}

/**
 * An agent that a change breaks.
 * @public
 */
export interface BrokenDependent {
  ref: string;
  name: string;
  title?: string;
  owner: Owner;
  /** Absent when it follows whatever is newest. */
  versionRange?: string;
  /**
   * Those of its tools that break; absent when it does not say which it uses,
   * so that any may.
   */
  tools?: string[];
}

/**
 * Who breaks, of those that the caller may see, by team.
 * @public
 */
export interface BlastRadius {
  total: number;
  /** Largest first. */
  teams: { owner: Owner; dependents: BrokenDependent[] }[];
}

/**
 * What the compatibility gate says of a version.
 * @public
 */
export interface GateReport {
  accepted: boolean;
  version: string;
  /** SHA-256 of the snapshot of what was given. */
  snapshot: string;
  /** Absent when there is nothing that it must stay compatible with. */
  base?: string;
  diff?: ContractDiff;
  requiredBump: Bump;
  smallestVersion: string;
  /** The next higher version, when it is what stands in the way. */
  successor?: { version: string; diff: ContractDiff; requiredBump: Bump };
  breaks: BlastRadius;
}

/**
 * What publishing led to.
 * @public
 */
export interface PublishReceipt {
  /** `unchanged`: the very same was published before. */
  outcome: 'published' | 'unchanged' | 'would-publish' | 'would-refuse';
  /** Absent in a dry run. */
  version?: ServerVersion;
  report: GateReport;
}

/**
 * A refusal's body, as `error.details` of the HTTP answer 409.
 * @public
 */
export type PublishRefusal = GateReport;

/**
 * Two of a server's contracts, compared.
 * @public
 */
export interface Comparison {
  from: ComparedContract;
  to: ComparedContract;
  diff: ContractDiff;
  breaks: BlastRadius;
}

/**
 * One side of a comparison.
 * @public
 */
export interface ComparedContract {
  /** What was asked for: a version, `live`, or a SHA-256. */
  name: string;
  version?: string;
  snapshot: string;
  contract: Contract;
}

/**
 * A version with its contract and the changes since its base, as they were
 * judged when it was published.
 * @public
 */
export interface ServerVersionDetail extends ServerVersion {
  contract: Contract;
  /** The base's contract, to show both. */
  baseContract?: Contract;
  changes: Change[];
  serverJson?: object;
}
