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
import type { PageQuery, RequestOptions } from './McpRegistryApi';
import { RegistryCalls } from './RegistryCalls';
import { agentPath, serverPath } from './paths';

/**
 * Servers, what was seen of them, who uses them, and agents.
 */
export abstract class ServerCalls extends RegistryCalls {
  /** {@inheritdoc McpRegistryApi.listServers} */
  async listServers(
    query: ServerQuery = {},
    options?: RequestOptions,
  ): Promise<ServerPage> {
    return this.get('/servers', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getServerFacets} */
  async getServerFacets(
    filter: ServerFilter = {},
    options?: RequestOptions,
  ): Promise<ServerFacets> {
    return this.get('/servers/facets', { ...filter }, options);
  }

  /** {@inheritdoc McpRegistryApi.findSimilar} */
  async findSimilar(
    query: SimilarQuery,
    options?: RequestOptions,
  ): Promise<SimilarServer[]> {
    const answer = await this.get<{ items: SimilarServer[] }>(
      '/servers/similar',
      { ...query },
      options,
    );
    return answer.items;
  }

  /** {@inheritdoc McpRegistryApi.getServer} */
  async getServer(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerDetail> {
    return this.get(serverPath(ref), {}, options);
  }

  /** {@inheritdoc McpRegistryApi.getContract} */
  async getContract(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerContract | undefined> {
    const answer = await this.get<{ contract: ServerContract | null }>(
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
    return this.get(`${serverPath(ref)}/snapshots`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getSnapshot} */
  async getSnapshot(
    ref: string,
    sha256: string,
    options?: RequestOptions,
  ): Promise<ServerContract> {
    return this.get(
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
    return this.get(`${serverPath(ref)}/attempts`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getHealthHistory} */
  async getHealthHistory(
    ref: string,
    days?: number,
    options?: RequestOptions,
  ): Promise<HealthDay[]> {
    const answer = await this.get<{ days: HealthDay[] }>(
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
    return this.get(`${serverPath(ref)}/dependents`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.introspect} */
  async introspect(
    ref: string,
    options?: RequestOptions,
  ): Promise<IntrospectionReceipt> {
    return this.send('POST', `${serverPath(ref)}/introspection`, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.announceServer} */
  async announceServer(
    ref: string,
    options?: RequestOptions,
  ): Promise<Arrival> {
    return this.send('POST', `${serverPath(ref)}/arrival`, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.listAgents} */
  async listAgents(
    query: AgentQuery = {},
    options?: RequestOptions,
  ): Promise<AgentPage> {
    return this.get('/agents', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getAgentFacets} */
  async getAgentFacets(
    query: AgentQuery = {},
    options?: RequestOptions,
  ): Promise<AgentFacets> {
    const { search, owner, lifecycle, server } = query;
    return this.get(
      '/agents/facets',
      { search, owner, lifecycle, server },
      options,
    );
  }

  /** {@inheritdoc McpRegistryApi.getAgent} */
  async getAgent(ref: string, options?: RequestOptions): Promise<AgentSummary> {
    return this.get(agentPath(ref), {}, options);
  }

  /** {@inheritdoc McpRegistryApi.announceAgent} */
  async announceAgent(ref: string, options?: RequestOptions): Promise<Arrival> {
    return this.send('POST', `${agentPath(ref)}/arrival`, {}, options);
  }
}
