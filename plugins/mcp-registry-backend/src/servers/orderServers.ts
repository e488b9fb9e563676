import type { ServerQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { prefixPattern, searchTerms, wordPattern } from '../search/searchWords';

const HEALTH_RANK = `CASE servers.health
  WHEN 'problem' THEN 0 WHEN 'attention' THEN 1
  WHEN 'unknown' THEN 2 ELSE 3 END`;
const TRUST_RANK = `CASE servers.trust
  WHEN 'internal' THEN 0 WHEN 'verified-third-party' THEN 1 ELSE 2 END`;

/**
 * Sorts a query over `servers`; equals are sorted by name, so that pages never
 * overlap.
 */
export function orderServers(
  query: Knex.QueryBuilder,
  options: {
    knex: Knex;
    scope: Scope;
    query: ServerQuery;
  },
): void {
  const { knex, scope } = options;
  const terms = searchTerms(options.query.search);
  const sort = options.query.sort ?? (terms.length ? 'relevance' : 'name');
  const order = options.query.order === 'desc' ? 'desc' : 'asc';

  switch (sort) {
    case 'relevance':
      if (terms.length) {
        const { sql, bindings } = relevance(terms);
        query.orderByRaw(
          `${sql} ${order === 'asc' ? 'desc' : 'asc'}`,
          bindings,
        );
      }
      break;
    case 'name':
      query.orderBy('servers.sort_name', order);
      break;
    case 'owner':
      query.orderByRaw(
        `lower(coalesce(servers.owner_title, servers.owner_ref)) ${order}`,
      );
      break;
    case 'lifecycle':
      query.orderBy('servers.lifecycle', order);
      break;
    case 'health':
      query.orderByRaw(`${HEALTH_RANK} ${order}`);
      break;
    case 'trust':
      query.orderByRaw(`${TRUST_RANK} ${order}`);
      break;
    case 'tools':
      query.orderByRaw(`coalesce(servers.tools, -1) ${order}`);
      break;
    case 'lastGoodAt':
      query.orderByRaw(`coalesce(servers.last_good_at, '') ${order}`);
      break;
    case 'dependents':
      query
        .leftJoin(
          knex('server_uses')
            .modify(whereInExtent, scope.agents, 'server_uses')
            .groupBy('server_uses.server_ref')
            .select('server_uses.server_ref')
            .countDistinct({ agent_count: 'server_uses.agent_id' })
            .as('uses'),
          'uses.server_ref',
          'servers.ref',
        )
        .orderByRaw(`coalesce(uses.agent_count, 0) ${order}`);
      break;
    default:
      throw new TypeError(`Unknown sort field ${sort satisfies never}`);
  }
  query.orderBy('servers.sort_name', 'asc').orderBy('servers.id', 'asc');
}

/**
 * How well a server fits: a term in its name weighs more than in its purpose or
 * owner, and these more than in its tools. The same on both databases, which
 * each rank in their own way.
 */
function relevance(terms: string[]): { sql: string; bindings: string[] } {
  return {
    sql: terms
      .map(
        () => `(CASE WHEN servers.name_words LIKE ? THEN 6
          WHEN servers.name_words LIKE ? THEN 4
          WHEN servers.about_words LIKE ? THEN 1 ELSE 0 END)`,
      )
      .join(' + '),
    bindings: terms.flatMap(term => [
      wordPattern(term),
      prefixPattern(term),
      prefixPattern(term),
    ]),
  };
}
