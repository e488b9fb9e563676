import type {
  Page,
  ServerFacets,
  ServerFilter,
  ServerQuery,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Extent, findOwnedAssets, Scope, whereInExtent } from '../access';
import { searchTerms } from '../search/searchWords';
import { findMatchedTools } from './findMatchedTools';
import { orderServers } from './orderServers';
import { readServerFacets } from './readServerFacets';
import {
  readDeclared,
  SERVER_COLUMNS,
  ServerRow,
  toServerSummary,
} from './serverRow';
import type { ServerSearchIndex } from './ServerSearchIndex';
import type { ServerStore, StoredServer } from './ServerStore';
import { whereServers } from './whereServers';

const DEFAULT_LIMIT = 25;

/**
 * Reads servers from the registry's database.
 */
export class DatabaseServerStore implements ServerStore {
  readonly #knex: Knex;
  readonly #searchIndex: ServerSearchIndex;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    searchIndex: ServerSearchIndex;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#searchIndex = options.searchIndex;
    this.#now = options.now ?? (() => new Date());
  }

  async list(scope: Scope, query: ServerQuery): Promise<Page<ServerSummary>> {
    const { ids, totalItems } = await this.#findPage(scope, query);
    const rows: ServerRow[] = await this.#knex('servers')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereIn('servers.id', ids)
      .select(SERVER_COLUMNS);
    rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    return {
      totalItems,
      items: await this.#summarise(scope, rows, searchTerms(query.search)),
    };
  }

  async facets(scope: Scope, filter: ServerFilter): Promise<ServerFacets> {
    return readServerFacets(build => this.#run(filter, build), {
      scope,
      filter,
      searchIndex: this.#searchIndex,
    });
  }

  async summaries(scope: Scope, refs: string[]): Promise<ServerSummary[]> {
    const rows: ServerRow[] = await this.#knex('servers')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('removed_at')
      .whereIn('ref', refs)
      .select(SERVER_COLUMNS);
    return this.#summarise(scope, rows, []);
  }

  async get(scope: Scope, ref: string): Promise<StoredServer | undefined> {
    const row: ServerRow | undefined = await this.#knex('servers')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('removed_at')
      .where({ ref })
      .first(SERVER_COLUMNS);
    if (!row) {
      return undefined;
    }
    const [summary] = await this.#summarise(scope, [row], []);
    return {
      ...summary,
      declared: readDeclared(row),
      mayIntrospect: await this.#isIn(scope.introspection, row.id),
      mayPublish: await this.#isIn(scope.publication, row.id),
      mayOverride: await this.#isIn(scope.override, row.id),
    };
  }

  findOwned(scope: Scope, refs: string[]) {
    return findOwnedAssets(this.#knex, 'servers', scope.servers, refs);
  }

  async #isIn(extent: Extent, id: number): Promise<boolean> {
    const row = await this.#knex('servers')
      .modify(whereInExtent, extent, 'servers')
      .where({ id })
      .first('id');
    return row !== undefined;
  }

  /** Finds a page by ids alone, over narrow rows, and counts the whole. */
  async #findPage(
    scope: Scope,
    query: ServerQuery,
  ): Promise<{ ids: number[]; totalItems: number }> {
    const isSearch = searchTerms(query.search).length > 0;
    const matching = (knex: Knex) =>
      knex('servers').modify(whereServers, {
        scope,
        filter: query,
        searchIndex: this.#searchIndex,
      });
    const rows = await this.#run<{ id: number; total?: number | string }[]>(
      query,
      knex => {
        const page = matching(knex)
          .modify(orderServers, { knex, scope, query })
          .select('servers.id')
          .limit(query.limit ?? DEFAULT_LIMIT)
          .offset(query.offset ?? 0);
        // A search has to look at all that it finds anyway, so it counts in the
        // same pass. The plain list is read and counted from its index alone.
        return isSearch
          ? page.select(knex.raw('count(*) over () as total'))
          : page;
      },
    );
    const ids = rows.map(row => row.id);
    const counted = rows[0]?.total;
    if (counted !== undefined) {
      return { ids, totalItems: Number(counted) };
    }
    const [{ total }] = await this.#run<{ total: number | string }[]>(
      query,
      knex => matching(knex).count({ total: '*' }),
    );
    return { ids, totalItems: Number(total) };
  }

  async #run<T>(
    filter: ServerFilter,
    build: (knex: Knex) => Knex.QueryBuilder,
  ): Promise<T> {
    return searchTerms(filter.search).length
      ? this.#searchIndex.run(build)
      : (build(this.#knex) as Promise<T>);
  }

  async #summarise(
    scope: Scope,
    rows: ServerRow[],
    terms: string[],
  ): Promise<ServerSummary[]> {
    const now = this.#now();
    const dependents = await this.#countDependents(
      scope,
      rows.map(row => row.ref),
    );
    const matchedTools = await findMatchedTools(
      this.#knex,
      rows.map(row => row.id),
      terms,
    );
    return rows.map(row => ({
      ...toServerSummary(row, now),
      dependents: dependents.get(row.ref) ?? 0,
      matchedTools: matchedTools.get(row.id),
    }));
  }

  async #countDependents(
    scope: Scope,
    refs: string[],
  ): Promise<Map<string, number>> {
    const rows: { server_ref: string; agent_count: number | string }[] =
      await this.#knex('server_uses')
        .modify(whereInExtent, scope.agents, 'server_uses')
        .whereIn('server_uses.server_ref', refs)
        .groupBy('server_uses.server_ref')
        .select('server_uses.server_ref')
        .countDistinct({ agent_count: 'server_uses.agent_id' });
    return new Map(rows.map(row => [row.server_ref, Number(row.agent_count)]));
  }
}
