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

/** @public */
export interface RequestOptions {
  /** A Backstage token; the browser's fetch adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/** @public */
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
  listServers(
    query?: ServerQuery,
    options?: RequestOptions,
  ): Promise<ServerPage>;
  getServerFacets(
    filter?: ServerFilter,
    options?: RequestOptions,
  ): Promise<ServerFacets>;
  getServer(ref: string, options?: RequestOptions): Promise<ServerDetail>;
  /** Undefined when the server has never answered. */
  getContract(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerContract | undefined>;
  listSnapshots(
    ref: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Page<SeenSnapshot>>;
  getSnapshot(
    ref: string,
    sha256: string,
    options?: RequestOptions,
  ): Promise<ServerContract>;
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
  getDependents(
    ref: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<Dependents>;
  introspect(
    ref: string,
    options?: RequestOptions,
  ): Promise<IntrospectionReceipt>;
  listAgents(query?: AgentQuery, options?: RequestOptions): Promise<AgentPage>;
  getAgentFacets(
    query?: AgentQuery,
    options?: RequestOptions,
  ): Promise<AgentFacets>;
  getAgent(ref: string, options?: RequestOptions): Promise<AgentSummary>;
}
