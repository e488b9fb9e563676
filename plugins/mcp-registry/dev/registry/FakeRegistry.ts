import { NotFoundError } from '@backstage/errors';
import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
  Arrival,
  Attempt,
  ChangePage,
  ChangeQuery,
  Comparison,
  ConsumerProgress,
  Dependent,
  Dependents,
  Drift,
  DriftingServer,
  HealthDay,
  IntrospectionReceipt,
  McpRegistryApi,
  Page,
  PageQuery,
  PublishReceipt,
  PublishRequest,
  Removal,
  RemovalQuery,
  ScorePage,
  ScoreQuery,
  SeenSnapshot,
  ServerContract,
  ServerConventions,
  ServerDetail,
  ServerFacets,
  ServerFilter,
  ServerPage,
  ServerQuery,
  ServerVersion,
  ServerVersionDetail,
  SimilarQuery,
  SimilarServer,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { Convention } from '@mcp-portal/mcp-contract';
import { changesOf, driftsOf, removalsOf } from './fakeChanges';
import { consumersOf, progressOf } from './fakeConsumers';
import { conventionsOf, FAKE_CONVENTIONS, scoresOf } from './fakeConventions';
import type { FakeServer } from './FakeServer';
import { FakeVersions } from './FakeVersions';
import { facetsOf, filterServers, pageOf, sortServers } from './fakeQueries';
import { similarTo } from './fakeSimilar';

/**
 * The registry's API in memory, for tests and for this plugin's dev app only.
 */
export class FakeRegistry implements McpRegistryApi {
  servers: FakeServer[];
  agents: AgentSummary[];
  /** Methods that fail, with the error that they fail with. */
  failing = new Map<keyof McpRegistryApi, Error>();
  /** Every call, for tests that look at what was asked for. */
  calls: { method: keyof McpRegistryApi; args: unknown[] }[] = [];
  latencyMs: number;

  constructor(
    options: {
      servers?: FakeServer[];
      agents?: AgentSummary[];
      latencyMs?: number;
    } = {},
  ) {
    this.servers = options.servers ?? [];
    this.agents = options.agents ?? [];
    this.latencyMs = options.latencyMs ?? 0;
  }

  async listServers(query: ServerQuery = {}): Promise<ServerPage> {
    return this.#answer('listServers', [query], () =>
      pageOf(sortServers(filterServers(this.servers, query), query), query),
    );
  }

  async getServerFacets(filter: ServerFilter = {}): Promise<ServerFacets> {
    return this.#answer('getServerFacets', [filter], () =>
      facetsOf(this.servers, filter),
    );
  }

  async findSimilar(query: SimilarQuery): Promise<SimilarServer[]> {
    return this.#answer('findSimilar', [query], () =>
      similarTo(this.servers, query),
    );
  }

  async announceServer(ref: string): Promise<Arrival> {
    return this.#answer('announceServer', [ref], () => {
      this.#find(ref);
      return { listed: true, changed: false };
    });
  }

  async getServer(ref: string): Promise<ServerDetail> {
    return this.#answer('getServer', [ref], () => this.#find(ref).detail);
  }

  async getContract(ref: string): Promise<ServerContract | undefined> {
    return this.#answer('getContract', [ref], () => {
      const { contract, detail, snapshots } = this.#find(ref);
      return (
        contract && { ...snapshots[0], contract, stale: detail.health.stale }
      );
    });
  }

  async listSnapshots(
    ref: string,
    query: PageQuery = {},
  ): Promise<Page<SeenSnapshot>> {
    return this.#answer('listSnapshots', [ref, query], () =>
      pageOf(this.#find(ref).snapshots, query),
    );
  }

  async getSnapshot(ref: string, sha256: string): Promise<ServerContract> {
    return this.#answer('getSnapshot', [ref, sha256], () => {
      const { contract, snapshots } = this.#find(ref);
      const seen = snapshots.find(one => one.snapshot === sha256);
      if (!contract || !seen) {
        throw new NotFoundError(`No snapshot ${sha256} of ${ref}`);
      }
      return { ...seen, contract, stale: false };
    });
  }

  async listAttempts(
    ref: string,
    query: PageQuery = {},
  ): Promise<Page<Attempt>> {
    return this.#answer('listAttempts', [ref, query], () =>
      pageOf(this.#find(ref).attempts, query),
    );
  }

  async getHealthHistory(ref: string, days = 30): Promise<HealthDay[]> {
    return this.#answer('getHealthHistory', [ref, days], () =>
      this.#find(ref).days.slice(-days),
    );
  }

  async getDependents(ref: string, query: PageQuery = {}): Promise<Dependents> {
    return this.#answer('getDependents', [ref, query], () => {
      const all = this.#dependentsOf(ref);
      const teams = new Map<string, Dependents['teams'][number]>();
      for (const { owner } of all) {
        const team = teams.get(owner.ref) ?? { owner, count: 0 };
        teams.set(owner.ref, { owner, count: team.count + 1 });
      }
      return {
        ...pageOf(all, query),
        teams: [...teams.values()].sort((a, b) => b.count - a.count),
      };
    });
  }

  async introspect(ref: string): Promise<IntrospectionReceipt> {
    return this.#answer('introspect', [ref], () => {
      const server = this.#find(ref);
      const startedAt = new Date().toISOString();
      server.attempts = [
        {
          ...server.attempts[0],
          id: startedAt,
          startedAt,
          trigger: 'manual',
        },
        ...server.attempts,
      ];
      server.detail = {
        ...server.detail,
        health: { ...server.detail.health, lastAttemptAt: startedAt },
      };
      return { state: 'started' };
    });
  }

  async listAgents(query: AgentQuery = {}): Promise<AgentPage> {
    return this.#answer('listAgents', [query], () =>
      pageOf(this.#filterAgents(query), query),
    );
  }

  async getAgentFacets(query: AgentQuery = {}): Promise<AgentFacets> {
    return this.#answer('getAgentFacets', [query], () => {
      const owners = new Map<string, AgentFacets['owner'][number]>();
      const lifecycles = new Map<string, number>();
      for (const { owner, lifecycle } of this.#filterAgents(query)) {
        const count = (owners.get(owner.ref)?.count ?? 0) + 1;
        owners.set(owner.ref, { value: owner.ref, label: owner.title, count });
        lifecycles.set(lifecycle, (lifecycles.get(lifecycle) ?? 0) + 1);
      }
      return {
        owner: [...owners.values()],
        lifecycle: [...lifecycles].map(([value, count]) => ({ value, count })),
      };
    });
  }

  async getAgent(ref: string): Promise<AgentSummary> {
    return this.#answer('getAgent', [ref], () => this.#findAgent(ref));
  }

  async announceAgent(ref: string): Promise<Arrival> {
    return this.#answer('announceAgent', [ref], () => {
      this.#findAgent(ref);
      return { listed: true, changed: false };
    });
  }

  async listVersions(
    ref: string,
    query: PageQuery = {},
  ): Promise<Page<ServerVersion>> {
    return this.#answer('listVersions', [ref, query], () =>
      pageOf(this.#versions(ref).list(), query),
    );
  }

  async getVersion(ref: string, version: string): Promise<ServerVersionDetail> {
    return this.#answer('getVersion', [ref, version], () =>
      this.#versions(ref).get(version),
    );
  }

  async publishVersion(
    ref: string,
    request: PublishRequest,
  ): Promise<PublishReceipt> {
    return this.#answer('publishVersion', [ref, request], () =>
      this.#versions(ref).publish(request),
    );
  }

  async deprecateVersion(
    ref: string,
    version: string,
    request: { reason: string; replacement?: string; sunsetOn?: string },
  ): Promise<ServerVersion> {
    return this.#answer('deprecateVersion', [ref, version, request], () =>
      this.#versions(ref).deprecate(version, request),
    );
  }

  async restoreVersion(ref: string, version: string): Promise<ServerVersion> {
    return this.#answer('restoreVersion', [ref, version], () =>
      this.#versions(ref).change(version, {
        status: 'active',
        deprecation: undefined,
      }),
    );
  }

  async deleteVersion(
    ref: string,
    version: string,
    request: { reason?: string } = {},
  ): Promise<ServerVersion> {
    return this.#answer('deleteVersion', [ref, version, request], () =>
      this.#versions(ref).delete(version, request.reason),
    );
  }

  async compareVersions(
    ref: string,
    query: { from: string; to: string },
  ): Promise<Comparison> {
    return this.#answer('compareVersions', [ref, query], () =>
      this.#versions(ref).compare(query.from, query.to),
    );
  }

  async getConsumers(ref: string): Promise<ConsumerProgress> {
    return this.#answer('getConsumers', [ref], () => {
      const { versions } = this.#find(ref);
      return progressOf(consumersOf(ref, this.agents, versions), versions);
    });
  }

  async getDrift(ref: string): Promise<Drift | undefined> {
    return this.#answer('getDrift', [ref], () => this.#versions(ref).drift());
  }

  async acknowledgeDrift(
    ref: string,
    request: { snapshot: string; reason: string },
  ): Promise<Drift> {
    return this.#answer('acknowledgeDrift', [ref, request], () =>
      this.#versions(ref).acknowledge(request.reason),
    );
  }

  async getConventions(ref: string): Promise<ServerConventions | undefined> {
    return this.#answer('getConventions', [ref], () =>
      conventionsOf(this.#find(ref)),
    );
  }

  async listScores(query: ScoreQuery = {}): Promise<ScorePage> {
    return this.#answer('listScores', [query], () =>
      scoresOf(this.servers, query),
    );
  }

  async listConventions(): Promise<Convention[]> {
    return this.#answer('listConventions', [], () => FAKE_CONVENTIONS);
  }

  async listChanges(query: ChangeQuery = {}): Promise<ChangePage> {
    return this.#answer('listChanges', [query], () =>
      changesOf(this.servers, query),
    );
  }

  async listRemovals(query: RemovalQuery = {}): Promise<Page<Removal>> {
    return this.#answer('listRemovals', [query], () =>
      pageOf(removalsOf(this.servers, this.agents, query), query),
    );
  }

  async listDrifts(query: PageQuery = {}): Promise<Page<DriftingServer>> {
    return this.#answer('listDrifts', [query], () =>
      pageOf(driftsOf(this.servers), query),
    );
  }

  #versions(ref: string): FakeVersions {
    const server = this.#find(ref);
    return new FakeVersions(
      server,
      consumersOf(ref, this.agents, server.versions),
    );
  }

  #filterAgents(query: AgentQuery): AgentSummary[] {
    const words = (query.search ?? '').toLowerCase().split(/\s+/);
    return this.agents.filter(
      agent =>
        words.every(word =>
          `${agent.name} ${agent.title} ${agent.purpose}`
            .toLowerCase()
            .includes(word),
        ) &&
        (!query.owner?.length || query.owner.includes(agent.owner.ref)) &&
        (!query.lifecycle?.length ||
          query.lifecycle.includes(agent.lifecycle)) &&
        (!query.server ||
          agent.servers.some(use => use.serverRef === query.server)),
    );
  }

  #dependentsOf(ref: string): Dependent[] {
    return this.agents.flatMap(agent => {
      const use = agent.servers.find(one => one.serverRef === ref);
      const { servers, sample, visibility, ...rest } = agent;
      return use
        ? [
            {
              ...rest,
              evidence: 'declared' as const,
              versionRange: use.versionRange,
              tools: use.tools,
              missingTools: use.missingTools,
            },
          ]
        : [];
    });
  }

  #findAgent(ref: string): AgentSummary {
    const agent = this.agents.find(one => one.ref === ref);
    if (!agent) {
      throw new NotFoundError(`No agent ${ref}`);
    }
    return agent;
  }

  #find(ref: string): FakeServer {
    const server = this.servers.find(one => one.detail.ref === ref);
    if (!server) {
      throw new NotFoundError(`No MCP server '${ref}'`);
    }
    return server;
  }

  async #answer<T>(
    method: keyof McpRegistryApi,
    args: unknown[],
    work: () => T,
  ): Promise<T> {
    this.calls.push({ method, args });
    if (this.latencyMs) {
      await new Promise(resolve => setTimeout(resolve, this.latencyMs));
    }
    const error = this.failing.get(method);
    if (error) {
      throw error;
    }
    return work();
  }
}
