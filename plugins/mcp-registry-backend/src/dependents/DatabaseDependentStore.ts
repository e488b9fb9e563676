import type {
  Dependent,
  Dependents,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { AGENT_COLUMNS, AgentRow, toAgent } from '../agents/agentRow';
import { readTools } from '../agents/readTools';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { DependentStore, ServerUser } from './DependentStore';
import { findMissingTools } from '../servers/findMissingTools';

const DEFAULT_LIMIT = 25;

interface DependentRow extends AgentRow {
  version_range: string | null;
  used_tools: string | null;
  server_id: number;
  snapshot: string | null;
}

/**
 * Reads who uses a server from the registry's database.
 */
export class DatabaseDependentStore implements DependentStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(
    scope: Scope,
    serverRef: string,
    page: PageQuery,
  ): Promise<Dependents> {
    const rows: DependentRow[] = await this.#uses(scope, [serverRef])
      .orderBy(['agents.sort_name', 'agents.id'])
      .limit(page.limit ?? DEFAULT_LIMIT)
      .offset(page.offset ?? 0)
      .select([
        ...AGENT_COLUMNS,
        'server_uses.version_range',
        'server_uses.tools as used_tools',
        'servers.id as server_id',
        'servers.snapshot',
      ]);
    const missingTools = await findMissingTools(
      this.#knex,
      rows.map(row => ({
        serverId: row.server_id,
        hasContract: row.snapshot !== null,
        tools: readTools(row.used_tools),
      })),
    );
    const teams = await this.#countTeams(scope, serverRef);
    return {
      totalItems: teams.reduce((sum, team) => sum + team.count, 0),
      teams,
      items: rows.map((row, index) => ({
        ...withoutState(row),
        evidence: 'declared',
        versionRange: row.version_range ?? undefined,
        tools: readTools(row.used_tools),
        missingTools: missingTools[index],
      })),
    };
  }

  async undeclared(
    scope: Scope,
    serverRef: string,
    agentRefs: string[],
  ): Promise<Dependent[]> {
    const rows = await inBatches(
      agentRefs,
      (batch): PromiseLike<AgentRow[]> =>
        this.#knex('agents')
          .modify(whereInExtent, scope.agents, 'agents')
          .whereIn('agents.ref', batch)
          .whereExists(
            this.#knex('servers')
              .modify(whereInExtent, scope.servers, 'servers')
              .whereNull('servers.removed_at')
              .where('servers.ref', serverRef)
              .select(this.#knex.raw('1')),
          )
          .whereNotExists(
            this.#knex('server_uses')
              .where('server_uses.server_ref', serverRef)
              .whereRaw('server_uses.agent_id = agents.id')
              .select(this.#knex.raw('1')),
          )
          .orderBy(['agents.sort_name', 'agents.id'])
          .select(AGENT_COLUMNS),
    );
    return rows.map(row => ({
      ...withoutState(row),
      evidence: 'observed',
      missingTools: [],
    }));
  }

  async users(
    scope: Scope,
    serverRefs: string[],
  ): Promise<Map<string, ServerUser[]>> {
    const rows = await inBatches(
      serverRefs,
      (
        batch,
      ): PromiseLike<
        (AgentRow & {
          server_ref: string;
          version_range: string | null;
          used_tools: string | null;
        })[]
      > =>
        this.#uses(scope, batch)
          .orderBy(['agents.sort_name', 'agents.id'])
          .select([
            ...AGENT_COLUMNS,
            'server_uses.server_ref',
            'server_uses.version_range',
            'server_uses.tools as used_tools',
          ]),
    );
    const users = new Map<string, ServerUser[]>(
      serverRefs.map(ref => [ref, []]),
    );
    for (const row of rows) {
      const { ref, name, title, owner } = toAgent(row);
      users.get(row.server_ref)?.push({
        ref,
        name,
        title,
        owner,
        versionRange: row.version_range ?? undefined,
        tools: readTools(row.used_tools),
      });
    }
    return users;
  }

  async #countTeams(
    scope: Scope,
    serverRef: string,
  ): Promise<Dependents['teams']> {
    const rows: {
      owner_ref: string;
      owner_exists: boolean | number;
      owner_title: string | null;
      total: number | string;
    }[] = await this.#uses(scope, [serverRef])
      .groupBy('agents.owner_ref', 'agents.owner_exists', 'agents.owner_title')
      .select('agents.owner_ref', 'agents.owner_exists', 'agents.owner_title')
      .count({ total: '*' });
    return rows
      .map(row => ({
        owner: {
          ref: row.owner_ref,
          exists: Boolean(row.owner_exists),
          title: row.owner_title ?? undefined,
        },
        count: Number(row.total),
      }))
      .sort(
        (a, b) => b.count - a.count || a.owner.ref.localeCompare(b.owner.ref),
      );
  }

  #uses(scope: Scope, serverRefs: string[]): Knex.QueryBuilder {
    return this.#knex('server_uses')
      .join('agents', 'agents.id', 'server_uses.agent_id')
      .join('servers', 'servers.ref', 'server_uses.server_ref')
      .modify(whereInExtent, scope.agents, 'agents')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('servers.removed_at')
      .whereIn('servers.ref', serverRefs);
  }
}

function withoutState(row: AgentRow) {
  const { visibility: _visibility, sample: _sample, ...agent } = toAgent(row);
  return agent;
}
