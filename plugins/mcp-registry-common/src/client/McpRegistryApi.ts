import type { Convention } from '@mcp-portal/mcp-contract';

import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
  Dependents,
} from '../agents';
import type {
  Attempt,
  HealthDay,
  IntrospectionReceipt,
} from '../introspection';
import type {
  ChangePage,
  ChangeQuery,
  DriftingServer,
  Removal,
  RemovalQuery,
} from '../changes';
import type { ScorePage, ScoreQuery, ServerConventions } from '../conventions';
import type { Drift } from '../drift';
import type {
  Comparison,
  ConsumerProgress,
  PublishReceipt,
  PublishRequest,
  ServerVersion,
  ServerVersionDetail,
} from '../versions';
import type {
  Arrival,
  Page,
  SeenSnapshot,
  ServerContract,
  ServerDetail,
  ServerFacets,
  ServerFilter,
  ServerPage,
  ServerQuery,
  SimilarQuery,
  SimilarServer,
} from '../servers';

/**
 * How a request is made.
 * @public
 */
export interface RequestOptions {
  /** A Backstage token; the browser's fetch adds its own. */
  token?: string;
  /** Ends the request. */
  signal?: AbortSignal;
}

/**
 * Which part of a list is wanted.
 * @public
 */
export interface PageQuery {
  /** 1 to 100, default 25. */
  limit?: number;
  offset?: number;
}

/**
 * The registry's HTTP API. Server and agent refs may be short: the kind
 * defaults to `api` or `component`, the namespace to `default`.
 *
 * All methods throw `ResponseError` of `@backstage/errors`; what the caller may
 * not see is a `NotFoundError`, as if it did not exist.
 *
 * @public
 */
export interface McpRegistryApi {
  /** The servers that the caller may see, searched, filtered and sorted. */
  listServers(
    query?: ServerQuery,
    options?: RequestOptions,
  ): Promise<ServerPage>;
  /** How the servers of a filter are spread over the values of each filter. */
  getServerFacets(
    filter?: ServerFilter,
    options?: RequestOptions,
  ): Promise<ServerFacets>;
  /**
   * The servers that come close to a purpose, the closest first; none when no
   * server does.
   */
  findSimilar(
    query: SimilarQuery,
    options?: RequestOptions,
  ): Promise<SimilarServer[]>;
  /** One server, its contract apart. */
  getServer(ref: string, options?: RequestOptions): Promise<ServerDetail>;
  /**
   * What a server offers, as it was last seen; undefined when it has never
   * answered.
   */
  getContract(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerContract | undefined>;
  /** Every distinct contract that a server was seen to offer, newest first. */
  listSnapshots(
    ref: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Page<SeenSnapshot>>;
  /** One of a server's snapshots, named by its SHA-256, with its contract. */
  getSnapshot(
    ref: string,
    sha256: string,
    options?: RequestOptions,
  ): Promise<ServerContract>;
  /** The last attempts to ask a server, newest first. */
  listAttempts(
    ref: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Page<Attempt>>;
  /** The last `days` days (1 to 90, default 30) that had an attempt, oldest first. */
  getHealthHistory(
    ref: string,
    days?: number,
    options?: RequestOptions,
  ): Promise<HealthDay[]>;
  /** The agents that use a server, and how many each team has. */
  getDependents(
    ref: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Dependents>;
  /** Has a server asked for its contract now; returns before it has answered. */
  introspect(
    ref: string,
    options?: RequestOptions,
  ): Promise<IntrospectionReceipt>;
  /**
   * Has the registry take a server from the catalog now, not at its next round.
   * `NotFoundError` while the catalog does not show it to the caller.
   */
  announceServer(ref: string, options?: RequestOptions): Promise<Arrival>;
  /** The agents that the caller may see, searched, filtered and sorted. */
  listAgents(query?: AgentQuery, options?: RequestOptions): Promise<AgentPage>;
  /** How the agents of a filter are spread; order and page do not count. */
  getAgentFacets(
    query?: AgentQuery,
    options?: RequestOptions,
  ): Promise<AgentFacets>;
  /** One agent, with the servers that it uses. */
  getAgent(ref: string, options?: RequestOptions): Promise<AgentSummary>;
  /** The same as {@link McpRegistryApi.announceServer} for an agent. */
  announceAgent(ref: string, options?: RequestOptions): Promise<Arrival>;

  /** The published versions of a server, newest first, the deleted ones too. */
  listVersions(
    ref: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Page<ServerVersion>>;
  /** One version, with its contract and what it changed. */
  getVersion(
    ref: string,
    version: string,
    options?: RequestOptions,
  ): Promise<ServerVersionDetail>;
  /**
   * Publishes a version. A refusal is a `ResponseError` with status 409, whose
   * `body.error.details` is a `PublishRefusal` when the gate refused.
   */
  publishVersion(
    ref: string,
    request: PublishRequest,
    options?: RequestOptions,
  ): Promise<PublishReceipt>;
  /** Says that a version is on its way out, and why; again to change it. */
  deprecateVersion(
    ref: string,
    version: string,
    request: { reason: string; replacement?: string; sunsetOn?: string },
    options?: RequestOptions,
  ): Promise<ServerVersion>;
  /** Makes a deprecated version active again. */
  restoreVersion(
    ref: string,
    version: string,
    options?: RequestOptions,
  ): Promise<ServerVersion>;
  /**
   * Deletes a version. Without a reason only when nothing depends on it;
   * else 409, with the dependents as a `BlastRadius` in `body.error.details`.
   */
  deleteVersion(
    ref: string,
    version: string,
    request?: { reason?: string },
    options?: RequestOptions,
  ): Promise<ServerVersion>;
  /** Compares two contracts of a server: versions, `live`, or SHA-256s. */
  compareVersions(
    ref: string,
    query: { from: string; to: string },
    options?: RequestOptions,
  ): Promise<Comparison>;
  /** Which agents are on which line of versions. */
  getConsumers(
    ref: string,
    options?: RequestOptions,
  ): Promise<ConsumerProgress>;
  /** Undefined when what is live is published, or nothing was published. */
  getDrift(ref: string, options?: RequestOptions): Promise<Drift | undefined>;
  /** Says that a drift is known, and why it may stay for now. */
  acknowledgeDrift(
    ref: string,
    request: { snapshot: string; reason: string },
    options?: RequestOptions,
  ): Promise<Drift>;
  /** Undefined until the server was checked. */
  getConventions(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerConventions | undefined>;
  /** The scores of the servers that the caller may see. */
  listScores(query?: ScoreQuery, options?: RequestOptions): Promise<ScorePage>;
  /** The conventions as the platform team has set them, `off` ones too. */
  listConventions(options?: RequestOptions): Promise<Convention[]>;
  /** What was published, in the whole organisation. */
  listChanges(
    query?: ChangeQuery,
    options?: RequestOptions,
  ): Promise<ChangePage>;
  /** What is about to be removed, in the whole organisation. */
  listRemovals(
    query?: RemovalQuery,
    options?: RequestOptions,
  ): Promise<Page<Removal>>;
  /** Servers whose live contract is not the published one. */
  listDrifts(
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Page<DriftingServer>>;
}
