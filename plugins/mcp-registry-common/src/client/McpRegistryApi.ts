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
  Page,
  SeenSnapshot,
  ServerContract,
  ServerDetail,
  ServerFacets,
  ServerFilter,
  ServerPage,
  ServerQuery,
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
  /** The agents that the caller may see, searched, filtered and sorted. */
  listAgents(query?: AgentQuery, options?: RequestOptions): Promise<AgentPage>;
  /** How the agents of a filter are spread; order and page do not count. */
  getAgentFacets(
    query?: AgentQuery,
    options?: RequestOptions,
  ): Promise<AgentFacets>;
  /** One agent, with the servers that it uses. */
  getAgent(ref: string, options?: RequestOptions): Promise<AgentSummary>;
}
