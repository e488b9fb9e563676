import type {
  PriceSubject,
  UnpricedUsage,
} from '@mcp-portal/plugin-mcp-cost-common';
import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import { dayOf, dayText } from '../time/days';

/** Older usage is of no help to who sets prices today. */
const DAYS = 90;
const MAX_SUBJECTS = 200;

interface UnpricedRow {
  kind: string;
  server_ref: string;
  model: string;
  provider: string;
  unit: string;
  events: string | number;
  since: number;
}

/** Finds what is used that nothing has a price for. */
export class UnpricedReader {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** By what a price would be for, the most used first. */
  async read(scope: CostScope): Promise<UnpricedUsage[]> {
    const knex = this.#knex;
    const rows: UnpricedRow[] = await knex('usage_consumer_days as d')
      .join('usage_consumers as c', 'c.id', 'd.consumer_id')
      .where('d.day', '>=', dayOf(this.#now().getTime()) - DAYS)
      .where('d.unpriced_events', '>', 0)
      // A server that isn't known can't be priced.
      .where(known =>
        known
          .where('c.kind', 'model-call')
          .orWhere('c.kind', 'other')
          .orWhereNot('c.server_ref', ''),
      )
      .modify(query => whereUsageSeen(query, scope, knex))
      .groupBy('c.kind', 'c.server_ref', 'c.model', 'c.provider', 'c.unit')
      .orderBy('events', 'desc')
      .limit(MAX_SUBJECTS)
      .select(
        'c.kind',
        'c.server_ref',
        'c.model',
        'c.provider',
        'c.unit',
        knex.raw('SUM(d.unpriced_events) AS events'),
        knex.raw('MIN(d.day) AS since'),
      );
    return rows.flatMap(row => {
      const subject = subjectOf(row);
      return subject
        ? [{ subject, events: Number(row.events), since: dayText(row.since) }]
        : [];
    });
  }
}

function whereUsageSeen(
  query: Knex.QueryBuilder,
  scope: CostScope,
  knex: Knex,
): void {
  if (scope.teams === 'all') {
    return;
  }
  const among = (column: string) =>
    isSqlite(knex)
      ? `${column} IN (SELECT value FROM json_each(?))`
      : `${column} IN (SELECT json_array_elements_text(?::json))`;
  query.whereRaw(`(${among('c.team_ref')} OR ${among('c.server_ref')})`, [
    JSON.stringify(scope.teams),
    JSON.stringify(scope.servers),
  ]);
}

function subjectOf(row: UnpricedRow): PriceSubject | undefined {
  const { server_ref: serverRef, model, provider, unit } = row;
  switch (row.kind) {
    case 'tool-call':
      return { kind: 'tool-call', serverRef };
    case 'model-call':
      return model
        ? { kind: 'model-tokens', model, ...(provider && { provider }) }
        : undefined;
    case 'hosting':
      return { kind: 'hosting-hour', serverRef };
    case 'other':
      return unit
        ? { kind: 'unit', unit, ...(serverRef && { serverRef }) }
        : undefined;
    default:
      return undefined;
  }
}
