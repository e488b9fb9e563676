import type {
  FacetValue,
  ServerFacets,
  ServerFilter,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import type { Scope } from '../access';
import type { ServerSearchIndex } from './ServerSearchIndex';
import { FACET_COLUMNS, FacetName, whereServers } from './whereServers';

/** How many servers have the same value in every facet. */
interface Group extends Record<FacetName, string> {
  ownerExists: boolean;
  ownerTitle: string | null;
  count: number;
}

const FACETS = Object.keys(FACET_COLUMNS) as FacetName[];

/**
 * Counts the servers in scope by each facet, each without its own filter, the
 * most frequent value first. The database reads them once, for all facets.
 */
export async function readServerFacets(
  run: <T>(build: (knex: Knex) => Knex.QueryBuilder) => Promise<T>,
  options: {
    scope: Scope;
    filter: ServerFilter;
    searchIndex: ServerSearchIndex;
  },
): Promise<ServerFacets> {
  const { filter } = options;
  const rows: (Omit<Group, 'ownerExists'> & {
    ownerExists: boolean | number;
  })[] = await run(knex =>
    knex('servers')
      .modify(whereServers, { ...options, filter: { search: filter.search } })
      .groupBy(...Object.values(FACET_COLUMNS), 'servers.owner_exists')
      .select({ ...FACET_COLUMNS, ownerExists: 'servers.owner_exists' })
      .max({ ownerTitle: 'servers.owner_title' })
      .count({ count: '*' }),
  );
  const groups: Group[] = rows.map(row => ({
    ...row,
    ownerExists: Boolean(row.ownerExists),
    count: Number(row.count),
  }));
  const passing = (except: FacetName | 'ownerExists') =>
    groups.filter(group => passes(group, filter, except));
  return {
    owner: countBy(passing('owner'), 'owner'),
    lifecycle: countBy(passing('lifecycle'), 'lifecycle'),
    health: countBy(passing('health'), 'health'),
    trust: countBy(passing('trust'), 'trust'),
    withoutOwner: passing('ownerExists')
      .filter(group => !group.ownerExists)
      .reduce((sum, group) => sum + group.count, 0),
  };
}

function passes(
  group: Group,
  filter: ServerFilter,
  except: FacetName | 'ownerExists',
): boolean {
  const wantedExistence =
    filter.ownerExists === undefined ||
    except === 'ownerExists' ||
    filter.ownerExists === group.ownerExists;
  return (
    wantedExistence &&
    FACETS.every(facet => {
      const wanted: string[] | undefined = filter[facet];
      return (
        facet === except ||
        !wanted?.length ||
        wanted.map(value => normalise(facet, value)).includes(group[facet])
      );
    })
  );
}

// As the list does: refs have no case, the other values have.
function normalise(facet: FacetName, value: string): string {
  return facet === 'owner' ? value.toLocaleLowerCase('en-US') : value;
}

function countBy(groups: Group[], facet: FacetName): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const group of groups) {
    const value = group[facet];
    const known = values.get(value) ?? { value, count: 0 };
    known.count += group.count;
    if (facet === 'owner' && group.ownerTitle) {
      known.label = group.ownerTitle;
    }
    values.set(value, known);
  }
  return [...values.values()].sort(
    (a, b) => b.count - a.count || a.value.localeCompare(b.value),
  );
}
