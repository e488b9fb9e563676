import type { Knex } from 'knex';

import type { UsageQuery } from '../UsageReader';
import type { Sight } from './Sight';
import { isFiltered, whereFilters } from './valueExpressions';

/**
 * The attributions that a caller may see and that a filter lets through, by id;
 * undefined when that is all.
 */
export function attributionsSeen(
  knex: Knex,
  sight: Sight,
  filters: UsageQuery['filters'],
): Knex.QueryBuilder | undefined {
  return seen(
    knex
      .from('usage_attributions as a')
      .join('usage_consumers as c', 'c.id', 'a.consumer_id')
      .select('a.id'),
    { knex, sight, filters },
  );
}

/** The same of consumers, for filters that tell neither tool nor person. */
export function consumersSeen(
  knex: Knex,
  sight: Sight,
  filters: UsageQuery['filters'],
): Knex.QueryBuilder | undefined {
  return seen(knex.from('usage_consumers as c').select('c.id'), {
    knex,
    sight,
    filters,
  });
}

function seen(
  who: Knex.QueryBuilder,
  by: { knex: Knex; sight: Sight; filters: UsageQuery['filters'] },
): Knex.QueryBuilder | undefined {
  const { knex, sight, filters } = by;
  if (sight.isOfAll && !isFiltered(filters)) {
    return undefined;
  }
  sight.narrow(who, { team: 'c.team_ref', server: 'c.server_ref' });
  whereFilters(knex, who, filters, sight);
  return who;
}
