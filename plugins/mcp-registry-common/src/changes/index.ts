import type { ChangeClass } from '@mcp-portal/mcp-contract';

import type { Owner, Page } from '../servers';
import type { ServerVersion, VersionStatus } from '../versions';

/**
 * A server, as it is named beside what changed.
 * @public
 */
export interface ChangedServer {
  ref: string;
  name: string;
  namespace: string;
  title?: string;
  owner: Owner;
}

/**
 * A version that was published, with its server.
 * @public
 */
export interface PublishedChange extends ServerVersion {
  server: ChangedServer;
}

/**
 * Which published changes are wanted, newest first. Values of one filter are
 * alternatives; filters narrow each other.
 * @public
 */
export interface ChangeQuery {
  search?: string;
  owner?: string[];
  /** Only versions whose worst change is of these classes. */
  class?: ChangeClass[];
  /** ISO instants, UTC. */
  from?: string;
  to?: string;
  /** 1 to 100, default 25. */
  limit?: number;
  offset?: number;
}

/**
 * A page of published changes, with their counts by class.
 * @public
 */
export interface ChangePage extends Page<PublishedChange> {
  /** Versions by worst class, in the filter without its `class`. */
  counts: { [changeClass in ChangeClass]: number };
}

/**
 * A version that is about to be removed, or past its day.
 * @public
 */
export interface Removal {
  server: ChangedServer;
  version: string;
  status: VersionStatus;
  /** ISO day; absent when none was set. */
  sunsetOn?: string;
  reason: string;
  replacement?: string;
  /** Agents still on it, of those that the caller may see, by team. */
  consumers: number;
  teams: { owner: Owner; count: number }[];
}

/**
 * Which removals are wanted; the soonest first.
 * @public
 */
export interface RemovalQuery {
  search?: string;
  owner?: string[];
  /** 1 to 100, default 25. */
  limit?: number;
  offset?: number;
}

/**
 * A server whose live contract is not the published one.
 * @public
 */
export interface DriftingServer {
  server: ChangedServer;
  version: string;
  firstSeenAt: string;
  /** The worst class among what differs. */
  class: ChangeClass;
  acknowledged: boolean;
}
