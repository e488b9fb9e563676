import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { matchesModel } from './ModelPrices';
import type { PriceRow } from './priceRow';

/**
 * Numbers of the attributions that a price may be one of, in order. Whether it
 * is, the price book decides for each event.
 */
export async function pricedAttributions(
  knex: Knex,
  price: PriceRow,
): Promise<number[]> {
  if (price.kind === 'model-tokens') {
    return attributionsOfModels(knex, price);
  }
  const query = knex('usage_attributions as a')
    .join('usage_consumers as c', 'c.id', 'a.consumer_id')
    .orderBy('a.id')
    .select('a.id');
  switch (price.kind) {
    case 'tool-call':
      query.where({ 'c.kind': 'tool-call', 'c.server_ref': price.server_ref });
      if (price.tool) {
        query.where('a.tool', price.tool);
      }
      break;
    // Hosting covers the calls that nothing else prices.
    case 'hosting-month':
      query.where({ 'c.kind': 'tool-call', 'c.server_ref': price.server_ref });
      break;
    case 'hosting-hour':
      query
        .where('c.server_ref', price.server_ref)
        .where(covered =>
          covered
            .where('c.kind', 'tool-call')
            .orWhere({ 'c.kind': 'hosting', 'c.unit': 'hour' }),
        );
      break;
    case 'unit':
      query.where({ 'c.kind': 'other', 'c.unit': price.unit });
      if (price.server_ref) {
        query.where('c.server_ref', price.server_ref);
      }
      break;
    default:
      return [];
  }
  return idsOf(await query);
}

async function attributionsOfModels(
  knex: Knex,
  price: PriceRow,
): Promise<number[]> {
  const subject = {
    model: price.model,
    provider: price.provider || undefined,
  };
  const consumers: { id: number; model: string; provider: string }[] =
    await knex('usage_consumers')
      .where('kind', 'model-call')
      .select('id', 'model', 'provider');
  const rows = await inBatches(
    consumers
      .filter(({ model, provider }) => matchesModel(subject, model, provider))
      .map(({ id }) => id),
    (batch): PromiseLike<{ id: number }[]> =>
      knex('usage_attributions').whereIn('consumer_id', batch).select('id'),
  );
  return idsOf(rows).sort((a, b) => a - b);
}

function idsOf(rows: { id: number }[]): number[] {
  return rows.map(({ id }) => id);
}
