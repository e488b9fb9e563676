import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { type CostScope, requireAll } from '../access';
import type { LastUseStore, Use } from './LastUseStore';

interface KnownRow {
  ref: string;
  first_seen_at: string;
  is_initial: boolean | number;
}

/** Reads who used what from the names that usage has. */
export class DatabaseLastUseStore implements LastUseStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  ofServers(scope: CostScope): Promise<Map<string, Use>> {
    return this.#usesBy(scope, 'server_ref', ['tool-call']);
  }

  ofAgents(scope: CostScope): Promise<Map<string, Use>> {
    return this.#usesBy(scope, 'agent', ['tool-call', 'model-call']);
  }

  async firstUse(scope: CostScope): Promise<Date | undefined> {
    requireAll(scope);
    const [{ first }] = await this.#knex('usage_consumers')
      .where({ kind: 'tool-call' })
      .min({ first: 'first_at' });
    return first === null ? undefined : new Date(Number(first));
  }

  async knownSince(
    scope: CostScope,
    refs: readonly string[],
    now: Date,
  ): Promise<Map<string, Date>> {
    requireAll(scope);
    const firstUse = await this.firstUse(scope);
    const rows = await this.#knex.transaction(async tx => {
      const known: KnownRow[] = await tx('idle_known');
      const isFirstLook = known.length === 0;
      const seen = new Set(known.map(({ ref }) => ref));
      const added = [...new Set(refs)]
        .filter(ref => !seen.has(ref))
        .map(ref => ({
          ref,
          first_seen_at: now.toISOString(),
          is_initial: isFirstLook,
        }));
      await inBatches(added, async batch => {
        await tx('idle_known').insert(batch).onConflict('ref').ignore();
        return [];
      });
      return [...known, ...added];
    });
    return new Map(
      rows.map(({ ref, first_seen_at, is_initial }) => {
        const seenAt = new Date(first_seen_at);
        const isOlder = is_initial && firstUse && firstUse < seenAt;
        return [ref, isOlder ? firstUse : seenAt];
      }),
    );
  }

  async #usesBy(
    scope: CostScope,
    column: 'server_ref' | 'agent',
    kinds: readonly string[],
  ): Promise<Map<string, Use>> {
    requireAll(scope);
    const rows: Record<'name' | 'first' | 'last', string | number>[] =
      await this.#knex('usage_consumers')
        .whereIn('kind', kinds as string[])
        .whereNot(column, '')
        .whereNotNull('last_at')
        .groupBy(column)
        .select({ name: column })
        .min({ first: 'first_at' })
        .max({ last: 'last_at' });
    return new Map(
      rows.map(({ name, first, last }) => [
        String(name),
        { firstAt: new Date(Number(first)), lastAt: new Date(Number(last)) },
      ]),
    );
  }
}
