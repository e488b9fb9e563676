import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { findOwnedAssets, Scope, whereInExtent } from '../access';
import { prefixPattern, searchTerms } from '../search/searchWords';
import { AGENT_COLUMNS, AgentRow, toAgent } from './agentRow';
import type { AgentStore } from './AgentStore';
import { findServersUsed } from './findServersUsed';

const DEFAULT_LIMIT = 25;

/**
 * Reads agents from the registry's database.
 */
export class DatabaseAgentStore implements AgentStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(scope: Scope, query: AgentQuery): Promise<AgentPage> {
    const [{ total }] = await this.#matching(scope, query).count({
      total: '*',
    });
    const rows: AgentRow[] = await this.#matching(scope, query)
      .modify(rowsQuery => this.#order(rowsQuery, scope, query))
      .select(AGENT_COLUMNS)
      .limit(query.limit ?? DEFAULT_LIMIT)
      .offset(query.offset ?? 0);
    return {
      totalItems: Number(total),
      items: await this.#withServers(scope, rows),
    };
  }

  async facets(scope: Scope, query: AgentQuery): Promise<AgentFacets> {
    const count = async (facet: 'owner' | 'lifecycle', column: string) => {
      const rows: { value: string; label: string | null; total: number }[] =
        await this.#matching(scope, { ...query, [facet]: undefined })
          .groupBy(column)
          .select({ value: column })
          .select({
            label: this.#knex.raw(
              facet === 'owner' ? 'max(agents.owner_title)' : 'null',
            ),
          })
          .count({ total: '*' });
      return rows
        .map(({ value, label, total }) => ({
          value,
          ...(label && { label }),
          count: Number(total),
        }))
        .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
    };
    return {
      owner: await count('owner', 'agents.owner_ref'),
      lifecycle: await count('lifecycle', 'agents.lifecycle'),
    };
  }

  async get(scope: Scope, ref: string): Promise<AgentSummary | undefined> {
    const rows: AgentRow[] = await this.#knex('agents')
      .modify(whereInExtent, scope.agents, 'agents')
      .where({ ref })
      .select(AGENT_COLUMNS);
    const [agent] = await this.#withServers(scope, rows);
    return agent;
  }

  findOwned(scope: Scope, refs: string[]) {
    return findOwnedAssets(this.#knex, 'agents', scope.agents, refs);
  }

  #matching(scope: Scope, query: AgentQuery): Knex.QueryBuilder {
    const agents = this.#knex('agents').modify(
      whereInExtent,
      scope.agents,
      'agents',
    );
    const terms = searchTerms(query.search);
    terms.forEach(term =>
      agents.where('agents.words', 'like', prefixPattern(term)),
    );
    if (!terms.length && query.search?.trim()) {
      agents.whereRaw('1 = 0');
    }
    if (query.owner?.length) {
      agents.whereIn(
        'agents.owner_ref',
        query.owner.map(ref => ref.toLocaleLowerCase('en-US')),
      );
    }
    if (query.lifecycle?.length) {
      agents.whereIn('agents.lifecycle', query.lifecycle);
    }
    if (query.server) {
      // Through the servers in scope: a hidden one is used by nobody.
      agents.whereIn(
        'agents.id',
        this.#knex('server_uses')
          .join('servers', 'servers.ref', 'server_uses.server_ref')
          .modify(whereInExtent, scope.servers, 'servers')
          .whereNull('servers.removed_at')
          .where('servers.ref', query.server)
          .select('server_uses.agent_id'),
      );
    }
    return agents;
  }

  #order(rows: Knex.QueryBuilder, scope: Scope, query: AgentQuery): void {
    const order = query.order === 'desc' ? 'desc' : 'asc';
    switch (query.sort) {
      case 'owner':
        rows.orderByRaw(
          `lower(coalesce(agents.owner_title, agents.owner_ref)) ${order}`,
        );
        break;
      case 'lifecycle':
        rows.orderBy('agents.lifecycle', order);
        break;
      case 'servers':
        rows
          .leftJoin(
            this.#knex('server_uses')
              .join('servers', 'servers.ref', 'server_uses.server_ref')
              .modify(whereInExtent, scope.servers, 'servers')
              .whereNull('servers.removed_at')
              .groupBy('server_uses.agent_id')
              .select('server_uses.agent_id')
              .count({ server_count: '*' })
              .as('uses'),
            'uses.agent_id',
            'agents.id',
          )
          .orderByRaw(`coalesce(uses.server_count, 0) ${order}`);
        break;
      default:
        rows.orderBy('agents.sort_name', order);
    }
    rows.orderBy('agents.sort_name', 'asc').orderBy('agents.id', 'asc');
  }

  async #withServers(scope: Scope, rows: AgentRow[]): Promise<AgentSummary[]> {
    const uses = await findServersUsed(
      this.#knex,
      scope,
      rows.map(row => row.id),
    );
    return rows.map(row => ({
      ...toAgent(row),
      servers: uses.get(row.id) ?? [],
    }));
  }
}
