import { ResponseError } from '@backstage/errors';
import type { Convention } from '@mcp-portal/mcp-contract';

import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
  Dependents,
} from '../agents';
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
import type {
  Comparison,
  ConsumerProgress,
  PublishReceipt,
  PublishRequest,
  ServerVersion,
  ServerVersionDetail,
} from '../versions';
import type {
  McpRegistryApi,
  PageQuery,
  RequestOptions,
} from './McpRegistryApi';

type QueryValue = string | number | boolean | string[] | undefined;

/**
 * Calls the registry over HTTP, from the browser or from another backend.
 * @public
 */
export class McpRegistryClient implements McpRegistryApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: (...args) => fetch(...args) };
  }

  /** {@inheritdoc McpRegistryApi.listServers} */
  async listServers(
    query: ServerQuery = {},
    options?: RequestOptions,
  ): Promise<ServerPage> {
    return this.#get('/servers', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getServerFacets} */
  async getServerFacets(
    filter: ServerFilter = {},
    options?: RequestOptions,
  ): Promise<ServerFacets> {
    return this.#get('/servers/facets', { ...filter }, options);
  }

  /** {@inheritdoc McpRegistryApi.getServer} */
  async getServer(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerDetail> {
    return this.#get(serverPath(ref), {}, options);
  }

  /** {@inheritdoc McpRegistryApi.getContract} */
  async getContract(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerContract | undefined> {
    const answer = await this.#get<{ contract: ServerContract | null }>(
      `${serverPath(ref)}/contract`,
      {},
      options,
    );
    return answer.contract ?? undefined;
  }

  /** {@inheritdoc McpRegistryApi.listSnapshots} */
  async listSnapshots(
    ref: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Page<SeenSnapshot>> {
    return this.#get(`${serverPath(ref)}/snapshots`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getSnapshot} */
  async getSnapshot(
    ref: string,
    sha256: string,
    options?: RequestOptions,
  ): Promise<ServerContract> {
    return this.#get(
      `${serverPath(ref)}/snapshots/${encodeURIComponent(sha256)}`,
      {},
      options,
    );
  }

  /** {@inheritdoc McpRegistryApi.listAttempts} */
  async listAttempts(
    ref: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Page<Attempt>> {
    return this.#get(`${serverPath(ref)}/attempts`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getHealthHistory} */
  async getHealthHistory(
    ref: string,
    days?: number,
    options?: RequestOptions,
  ): Promise<HealthDay[]> {
    const answer = await this.#get<{ days: HealthDay[] }>(
      `${serverPath(ref)}/health`,
      { days },
      options,
    );
    return answer.days;
  }

  /** {@inheritdoc McpRegistryApi.getDependents} */
  async getDependents(
    ref: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Dependents> {
    return this.#get(`${serverPath(ref)}/dependents`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.introspect} */
  async introspect(
    ref: string,
    options?: RequestOptions,
  ): Promise<IntrospectionReceipt> {
    return this.#send('POST', `${serverPath(ref)}/introspection`, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.listAgents} */
  async listAgents(
    query: AgentQuery = {},
    options?: RequestOptions,
  ): Promise<AgentPage> {
    return this.#get('/agents', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getAgentFacets} */
  async getAgentFacets(
    query: AgentQuery = {},
    options?: RequestOptions,
  ): Promise<AgentFacets> {
    const { search, owner, lifecycle, server } = query;
    return this.#get(
      '/agents/facets',
      { search, owner, lifecycle, server },
      options,
    );
  }

  /** {@inheritdoc McpRegistryApi.getAgent} */
  async getAgent(ref: string, options?: RequestOptions): Promise<AgentSummary> {
    return this.#get(`/agents/${encodeURIComponent(ref)}`, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.listVersions} */
  async listVersions(
    ref: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Page<ServerVersion>> {
    return this.#get(`${serverPath(ref)}/versions`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getVersion} */
  async getVersion(
    ref: string,
    version: string,
    options?: RequestOptions,
  ): Promise<ServerVersionDetail> {
    return this.#get(versionPath(ref, version), {}, options);
  }

  /** {@inheritdoc McpRegistryApi.publishVersion} */
  async publishVersion(
    ref: string,
    request: PublishRequest,
    options?: RequestOptions,
  ): Promise<PublishReceipt> {
    const path = `${serverPath(ref)}/versions`;
    return this.#send('POST', path, { body: request }, options);
  }

  /** {@inheritdoc McpRegistryApi.deprecateVersion} */
  async deprecateVersion(
    ref: string,
    version: string,
    request: { reason: string; replacement?: string; sunsetOn?: string },
    options?: RequestOptions,
  ): Promise<ServerVersion> {
    const path = `${versionPath(ref, version)}/deprecation`;
    return this.#send('POST', path, { body: request }, options);
  }

  /** {@inheritdoc McpRegistryApi.restoreVersion} */
  async restoreVersion(
    ref: string,
    version: string,
    options?: RequestOptions,
  ): Promise<ServerVersion> {
    const path = `${versionPath(ref, version)}/deprecation`;
    return this.#send('DELETE', path, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.deleteVersion} */
  async deleteVersion(
    ref: string,
    version: string,
    request: { reason?: string } = {},
    options?: RequestOptions,
  ): Promise<ServerVersion> {
    const { reason } = request;
    const path = versionPath(ref, version);
    return this.#send('DELETE', path, { query: { reason } }, options);
  }

  /** {@inheritdoc McpRegistryApi.compareVersions} */
  async compareVersions(
    ref: string,
    query: { from: string; to: string },
    options?: RequestOptions,
  ): Promise<Comparison> {
    return this.#get(`${serverPath(ref)}/compare`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getConsumers} */
  async getConsumers(
    ref: string,
    options?: RequestOptions,
  ): Promise<ConsumerProgress> {
    return this.#get(`${serverPath(ref)}/consumers`, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.getDrift} */
  async getDrift(
    ref: string,
    options?: RequestOptions,
  ): Promise<Drift | undefined> {
    const answer = await this.#get<{ drift: Drift | null }>(
      `${serverPath(ref)}/drift`,
      {},
      options,
    );
    return answer.drift ?? undefined;
  }

  /** {@inheritdoc McpRegistryApi.acknowledgeDrift} */
  async acknowledgeDrift(
    ref: string,
    request: { snapshot: string; reason: string },
    options?: RequestOptions,
  ): Promise<Drift> {
    const path = `${serverPath(ref)}/drift/acknowledgement`;
    return this.#send('POST', path, { body: request }, options);
  }

  /** {@inheritdoc McpRegistryApi.getConventions} */
  async getConventions(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerConventions | undefined> {
    const answer = await this.#get<{ conventions: ServerConventions | null }>(
      `${serverPath(ref)}/conventions`,
      {},
      options,
    );
    return answer.conventions ?? undefined;
  }

  /** {@inheritdoc McpRegistryApi.listScores} */
  async listScores(
    query: ScoreQuery = {},
    options?: RequestOptions,
  ): Promise<ScorePage> {
    return this.#get('/conventions/scores', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.listConventions} */
  async listConventions(options?: RequestOptions): Promise<Convention[]> {
    const answer = await this.#get<{ conventions: Convention[] }>(
      '/conventions',
      {},
      options,
    );
    return answer.conventions;
  }

  /** {@inheritdoc McpRegistryApi.listChanges} */
  async listChanges(
    query: ChangeQuery = {},
    options?: RequestOptions,
  ): Promise<ChangePage> {
    return this.#get('/changes', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.listRemovals} */
  async listRemovals(
    query: RemovalQuery = {},
    options?: RequestOptions,
  ): Promise<Page<Removal>> {
    return this.#get('/removals', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.listDrifts} */
  async listDrifts(
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Page<DriftingServer>> {
    return this.#get('/drifts', { ...query }, options);
  }

  #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options?: RequestOptions,
  ): Promise<T> {
    return this.#send('GET', path, { query }, options);
  }

  async #send<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    content: { query?: Record<string, QueryValue>; body?: object },
    options?: RequestOptions,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('mcp-registry');
    const search = toSearchParams(content.query ?? {});
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${search ? `?${search}` : ''}`,
      {
        method,
        signal: options?.signal,
        headers: {
          ...(content.body && { 'Content-Type': 'application/json' }),
          ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        },
        ...(content.body && { body: JSON.stringify(content.body) }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

function serverPath(ref: string): string {
  return `/servers/${encodeURIComponent(ref)}`;
}

function versionPath(ref: string, version: string): string {
  return `${serverPath(ref)}/versions/${encodeURIComponent(version)}`;
}

function toSearchParams(query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  return params.toString();
}
