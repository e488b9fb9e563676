import type { CallPage, CallQuery } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import { readAsked } from '../Asked';
import type { SumsState } from '../SumsState';
import { readCursor, writeCursor } from './callCursor';
import type { CallStore } from './CallStore';

const DEFAULT_LIMIT = 25;

/** The calls behind a number. */
export class CallService {
  readonly #store: CallStore;
  readonly #sumsState: SumsState;

  constructor(options: { store: CallStore; sumsState: SumsState }) {
    this.#store = options.store;
    this.#sumsState = options.sumsState;
  }

  /** @throws InputError when the period, a filter or the cursor can't be */
  async list(scope: CostScope, query: CallQuery): Promise<CallPage> {
    const { period, filters } = readAsked(query);
    const { limit = DEFAULT_LIMIT, cursor, outcome } = query;
    const keptFrom = await this.#sumsState.keptFrom();
    const items = await this.#store.list(scope, {
      // Sums go further back than events: what is gone isn't looked for.
      fromMs: Math.max(period.fromMs, Date.parse(keptFrom)),
      toMs: period.toMs,
      filters,
      outcome,
      // One more, to know whether there is one.
      limit: limit + 1,
      after: cursor ? readCursor(cursor) : undefined,
    });
    const page = items.slice(0, limit);
    const last = page[page.length - 1];
    return {
      items: page,
      nextCursor:
        items.length > limit
          ? writeCursor({ occurredAtMs: Date.parse(last.at), key: last.key })
          : undefined,
      keptFrom,
    };
  }
}
