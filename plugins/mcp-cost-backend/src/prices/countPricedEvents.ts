import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { RepricingJob } from './RepricingStore';

/** About how many events a repricing has to look at: those in the sums. */
export async function countPricedEvents(
  knex: Knex,
  job: RepricingJob,
  attributions: readonly number[],
): Promise<number> {
  const rows = await inBatches(
    [...attributions],
    (batch): PromiseLike<{ n: string | number | null }[]> => {
      const query = knex('usage_days')
        .whereIn('attribution_id', batch)
        .where('day', '>=', job.fromDay);
      if (job.toDay !== undefined) {
        query.where('day', '<', job.toDay);
      }
      return query.sum({ n: 'events' });
    },
  );
  return rows.reduce((total, { n }) => total + Number(n ?? 0), 0);
}
