import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import { attributionsSeen, Sight, type UsageReader } from '../../rollups';
import type { CallStore, CallStoreQuery } from './CallStore';
import { hoursWithCalls, type HourRange } from './hoursWithCalls';
import {
  selectUsageEvents,
  toUsageEvent,
  type EventRow,
} from './usageEventRow';

const HOUR_MS = 3_600_000;

/** Reads events by way of their sums. */
export class DatabaseCallStore implements CallStore {
  readonly #knex: Knex;
  readonly #directory: CatalogDirectory;
  readonly #reader: UsageReader;

  constructor(options: {
    knex: Knex;
    directory: CatalogDirectory;
    reader: UsageReader;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#reader = options.reader;
  }

  async list(scope: CostScope, query: CallStoreQuery): Promise<UsageEvent[]> {
    const sight = await Sight.of(scope, {
      knex: this.#knex,
      directory: this.#directory,
    });
    if (sight.isBlind || query.fromMs >= query.toMs) {
      return [];
    }
    const found: EventRow[] = [];
    const ranges = hoursWithCalls({
      knex: this.#knex,
      reader: this.#reader,
      scope,
      sight,
      query,
    });
    for await (const range of ranges) {
      found.push(
        ...(await this.#read(sight, query, range, query.limit - found.length)),
      );
      if (found.length >= query.limit) {
        break;
      }
    }
    return found.map(toUsageEvent);
  }

  #read(
    sight: Sight,
    query: CallStoreQuery,
    range: HourRange,
    limit: number,
  ): PromiseLike<EventRow[]> {
    const { after, outcome } = query;
    const fromMs = Math.max(range.from * HOUR_MS, query.fromMs);
    const toMs = Math.min(range.until * HOUR_MS, query.toMs);
    // By attribution and time there is an index; only these had events then.
    const ids = this.#knex
      .from('usage_hours')
      .where('hour', '>=', range.from)
      .where('hour', '<', range.until)
      .modify(hours => {
        const seen = attributionsSeen(this.#knex, sight, query.filters);
        if (seen) {
          hours.whereIn('attribution_id', seen);
        }
      })
      .distinct('attribution_id');
    return selectUsageEvents(this.#knex, sight)
      .whereIn('e.attribution_id', ids)
      .where('e.occurred_at', '>=', fromMs)
      .where('e.occurred_at', '<', toMs)
      .modify(events => {
        if (outcome) {
          events.where('e.is_error', outcome === 'error' ? 1 : 0);
        }
        if (after) {
          events.where(older =>
            older
              .where('e.occurred_at', '<', after.occurredAtMs)
              .orWhere(same =>
                same
                  .where('e.occurred_at', after.occurredAtMs)
                  .where('e.key', '<', after.key),
              ),
          );
        }
      })
      .orderBy([
        { column: 'e.occurred_at', order: 'desc' },
        { column: 'e.key', order: 'desc' },
      ])
      .limit(limit);
  }
}
