import { ConflictError, InputError } from '@backstage/errors';
import type { Knex } from 'knex';

import { dayText } from '../time/days';
import { keptFrom } from './changePrices';
import type { PriceRow } from './priceRow';

/** More than any organisation has prices; they are all kept in memory. */
const MAX_PRICES = 50_000;

const AMOUNTS = ['per_unit', 'input', 'cached_input', 'output'] as const;

/**
 * Lets no price in that another one contradicts, or that stored usage can't
 * follow.
 *
 * @throws ConflictError
 * @throws InputError when it begins before the first kept event
 */
export async function refuseConflicts(
  tx: Knex.Transaction,
  row: Omit<PriceRow, 'id'>,
): Promise<void> {
  const kept = await keptFrom(tx);
  if (kept !== undefined && row.valid_from < kept) {
    throw new InputError(
      `validFrom is ${dayText(
        row.valid_from,
      )}, and single events are kept from ${dayText(
        kept,
      )} only: earlier usage can't be priced anew. Write ${dayText(
        kept,
      )} or later.`,
    );
  }
  const same: PriceRow[] = await tx('prices')
    .where('subject_key', row.subject_key)
    .whereNull('deleted_at')
    .orderBy('valid_from', 'desc');
  if (same.some(other => other.source === 'config' && !other.ended_on)) {
    throw new ConflictError(
      'This is priced in the config, below mcpCost.prices; change it there.',
    );
  }
  const sameDay = same.find(other => other.valid_from === row.valid_from);
  if (sameDay) {
    throw new ConflictError(
      `Price ${sameDay.id} is for the same and begins on ${dayText(
        row.valid_from,
      )}, too. Delete it first, or choose another day.`,
    );
  }
  const before = same.find(other => other.valid_from < row.valid_from);
  if (before && AMOUNTS.every(amount => before[amount] === row[amount])) {
    throw new ConflictError(
      `It costs exactly that already, by price ${before.id} from ${dayText(
        before.valid_from,
      )} on.`,
    );
  }
  await refuseTooMany(tx);
}

async function refuseTooMany(tx: Knex.Transaction): Promise<void> {
  const count = await tx('prices')
    .whereNull('deleted_at')
    .count({ n: '*' })
    .first();
  if (Number(count?.n) >= MAX_PRICES) {
    throw new ConflictError(
      `There are ${MAX_PRICES} prices, which is the most that are kept; delete some, or price models by the start of their names.`,
    );
  }
}
