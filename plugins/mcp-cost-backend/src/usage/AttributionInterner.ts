import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { Attribution } from './Attribution';
import {
  attributionName,
  CONSUMER_FIELDS,
  fingerprint,
  storable,
} from './attributionName';

/** Beyond it the oldest half is forgotten, and asked for anew. */
const MAX_KNOWN = 100_000;

type Row = { fingerprint: string } & Record<string, string | number>;

/**
 * Gives each attribution its number, the same on every replica and for ever.
 * What was numbered once is kept in memory.
 */
export class AttributionInterner {
  readonly #knex: Knex;
  #known = new Map<string, number>();
  #knownBefore = new Map<string, number>();

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Numbers in the order of the attributions. It commits by itself: a number
   * that nothing uses in the end does no harm, and no lock is held.
   */
  async idsOf(attributions: readonly Attribution[]): Promise<number[]> {
    const names = attributions.map(attributionName);
    const missing = new Map<string, Attribution>();
    const ids = names.map((name, index) => {
      const id = this.#find(name);
      if (id === undefined) {
        missing.set(name, attributions[index]);
      }
      return id;
    });
    if (missing.size === 0) {
      return ids as number[];
    }
    const found = await this.#intern([...missing.values()]);
    [...missing.keys()].forEach((name, index) =>
      this.#remember(name, found[index]),
    );
    const foundIds = new Map(
      [...missing.keys()].map((name, index) => [name, found[index]]),
    );
    return ids.map((id, index) => id ?? foundIds.get(names[index])!);
  }

  #find(name: string): number | undefined {
    const id = this.#known.get(name);
    if (id !== undefined) {
      return id;
    }
    const before = this.#knownBefore.get(name);
    if (before !== undefined) {
      this.#remember(name, before);
    }
    return before;
  }

  #remember(name: string, id: number): void {
    if (this.#known.size >= MAX_KNOWN / 2) {
      this.#knownBefore = this.#known;
      this.#known = new Map();
    }
    this.#known.set(name, id);
  }

  async #intern(attributions: Attribution[]): Promise<number[]> {
    const consumers = attributions.map(attribution => {
      const fields = Object.fromEntries(
        Object.entries(CONSUMER_FIELDS).map(([column, field]) => [
          column,
          storable(attribution[field]),
        ]),
      );
      return { fingerprint: fingerprint(Object.values(fields)), ...fields };
    });
    const consumerIds = await this.#store('usage_consumers', consumers);
    const rows = attributions.map(({ tool, userRef }, index) => ({
      fingerprint: fingerprint([
        consumers[index].fingerprint,
        storable(tool),
        storable(userRef),
      ]),
      consumer_id: consumerIds.get(consumers[index].fingerprint)!,
      tool: storable(tool),
      user_ref: storable(userRef),
    }));
    const ids = await this.#store('usage_attributions', rows);
    return rows.map(row => ids.get(row.fingerprint)!);
  }

  async #store(table: string, rows: Row[]): Promise<Map<string, number>> {
    const byFingerprint = new Map(rows.map(row => [row.fingerprint, row]));
    // In one order everywhere: else replicas would wait for each other.
    const fingerprints = [...byFingerprint.keys()].sort();
    const ids = await this.#read(table, fingerprints);
    const missing = fingerprints.filter(print => !ids.has(print));
    if (missing.length > 0) {
      await this.#insert(
        table,
        missing.map(print => byFingerprint.get(print)!),
      );
      for (const [print, id] of await this.#read(table, missing)) {
        ids.set(print, id);
      }
    }
    return ids;
  }

  async #read(table: string, prints: string[]): Promise<Map<string, number>> {
    // Both look each up in the index, however many there are.
    const rows: { fingerprint: string; id: number }[] = await this.#knex(table)
      .whereRaw(
        isSqlite(this.#knex)
          ? 'fingerprint IN (SELECT value FROM json_each(?))'
          : 'fingerprint = ANY(?::text[])',
        [isSqlite(this.#knex) ? JSON.stringify(prints) : prints],
      )
      .select('fingerprint', 'id');
    return new Map(rows.map(row => [row.fingerprint, row.id]));
  }

  async #insert(table: string, rows: Row[]): Promise<void> {
    const columns = Object.keys(rows[0]);
    const names = columns.join(', ');
    const json = JSON.stringify(rows);
    if (isSqlite(this.#knex)) {
      await this.#knex.raw(
        `INSERT INTO ${table} (${names})
         SELECT ${columns.map(name => `value ->> '${name}'`).join(', ')}
         FROM json_each(?) WHERE true ON CONFLICT (fingerprint) DO NOTHING`,
        [json],
      );
      return;
    }
    await this.#knex.raw(
      `INSERT INTO ${table} (${names})
       SELECT ${names} FROM json_populate_recordset(NULL::${table}, ?::json)
       ON CONFLICT (fingerprint) DO NOTHING`,
      [json],
    );
  }
}
