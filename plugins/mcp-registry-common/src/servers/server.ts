import type {
  DataSensitivity,
  ServerPackage,
  ServerRemote,
  Trust,
  Visibility,
} from '../entities';
import type { HealthLevel } from '../introspection';

/**
 * The owner of a server or an agent.
 * @public
 */
export interface Owner {
  /** Entity ref, complete and in lower case. */
  ref: string;
  /** False when the catalog knows no such group or user. */
  exists: boolean;
  /** The owner's title or display name, where it has one. */
  title?: string;
}

/**
 * How a server is, and why.
 * @public
 */
export interface ServerHealth {
  level: HealthLevel;
  /** One sentence for people. */
  reason: string;
  /** ISO instant of the last attempt, UTC. */
  lastAttemptAt?: string;
  /** ISO instant of the last attempt that went well, UTC. */
  lastGoodAt?: string;
  /** True when what is shown is the last good answer, not the newest. */
  stale: boolean;
  /** True while the server is being asked. */
  running: boolean;
}

/**
 * How much a contract offers.
 * @public
 */
export interface ContractCounts {
  tools: number;
  prompts: number;
  resources: number;
  resourceTemplates: number;
}

/**
 * A server as a row of the list.
 * @public
 */
export interface ServerSummary {
  /** Entity ref, complete and in lower case. */
  ref: string;
  namespace: string;
  name: string;
  title?: string;
  /** What it is for: the entity's description. */
  purpose?: string;
  owner: Owner;
  lifecycle: string;
  /** Entity ref of the system that it belongs to. */
  system?: string;
  trust: Trust;
  visibility: Visibility;
  dataSensitivity?: DataSensitivity;
  /** True for sample data. */
  sample: boolean;
  /**
   * The newest version known: the newest active release that was published
   * here, else from an MCP Registry, else its package, else what it says of
   * itself.
   */
  version?: string;
  health: ServerHealth;
  /** Absent until the server has answered once. */
  counts?: ContractCounts;
  /** Agents that use it, of those that the caller may see. */
  dependents: number;
  /** The tools by which a search found it, best first; at most five. */
  matchedTools?: string[];
}

/**
 * What the live server last said of itself.
 * @public
 */
export interface SeenContract {
  /** SHA-256 of the snapshot. */
  snapshot: string;
  /** ISO instants, UTC. */
  firstSeenAt: string;
  lastSeenAt: string;
  sizeBytes: number;
  protocolVersion?: string;
  serverInfo?: { name: string; version: string; title?: string };
  /** The name of the operator's credential that saw it. */
  credential?: string;
}

/**
 * All that the registry says of one server, its contract apart.
 * @public
 */
export interface ServerDetail extends ServerSummary {
  remotes: ServerRemote[];
  packages: ServerPackage[];
  /** An https link. */
  onCall?: string;
  /** Its name in an MCP Registry. */
  registryName?: string;
  tags: string[];
  links: { url: string; title?: string }[];
  /** Why it was made although others come close: one sentence, plain text. */
  whyNew?: string;
  /** The template, with its version, that it was made from. */
  createdFrom?: string;
  seen?: SeenContract;
  /** Whether the caller may have it asked now. */
  mayIntrospect: boolean;
  /** Whether the caller may publish, deprecate and delete its versions. */
  mayPublish: boolean;
  /** Whether the caller may publish what the compatibility gate refuses. */
  mayOverride: boolean;
}
