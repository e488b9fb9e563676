import type {
  FacetValue,
  ServerFacets,
  ServerFilter,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import type { Scope } from '../access';
import type { ServerSearchIndex } from './ServerSearchIndex';
import { FACET_COLUMNS, FacetName, whereServers } from './whereServers';

/**
 * Counts the servers in scope by each facet, each without its own filter, the
 * most frequent value first.
 */
export async function readServerFacets(
  knex: Knex,
  options: {
    scope: Scope;
    filter: ServerFilter;
    searchIndex: ServerSearchIndex;
  },
): Promise<ServerFacets> {
  const count = async (facet: FacetName): Promise<FacetValue[]> => {
    const column = FACET_COLUMNS[facet];
    const rows: { value: string; label: string | null; total: number }[] =
      await knex('servers')
        .modify(whereServers, { ...options, except: facet })
        .groupBy(column)
        .select({ value: column })
        .select({
          label: knex.raw(
            facet === 'owner' ? 'max(servers.owner_title)' : 'null',
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
  const [{ total }] = await knex('servers')
    .modify(whereServers, { ...options, except: 'ownerExists' })
    .where('servers.owner_exists', false)
    .count({ total: '*' });
  return {
    owner: await count('owner'),
    lifecycle: await count('lifecycle'),
    health: await count('health'),
    trust: await count('trust'),
    withoutOwner: Number(total),
  };
}
