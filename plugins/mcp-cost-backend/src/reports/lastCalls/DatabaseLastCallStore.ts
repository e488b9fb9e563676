import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import { Sight } from '../../rollups';
import type { LastCallStore } from './LastCallStore';

/** Reads it from who used what, which knows its own last use. */
export class DatabaseLastCallStore implements LastCallStore {
  readonly #knex: Knex;
  readonly #directory: CatalogDirectory;

  constructor(options: { knex: Knex; directory: CatalogDirectory }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
  }

  async ofServer(
    scope: CostScope,
    serverRef: string,
  ): Promise<Map<string, string>> {
    const sight = await Sight.of(scope, {
      knex: this.#knex,
      directory: this.#directory,
    });
    if (sight.isBlind) {
      return new Map();
    }
    const agent = sight.agent();
    const calls = this.#knex
      .from('usage_consumers as c')
      .where('c.server_ref', serverRef)
      .where('c.kind', 'tool-call')
      .whereNotNull('c.last_at')
      .modify(consumers =>
        sight.narrow(consumers, {
          team: 'c.team_ref',
          server: 'c.server_ref',
        }),
      )
      .select(
        this.#knex.raw(`${agent.sql} AS agent`, agent.bindings),
        'c.last_at',
      );
    const rows: { agent: string; last_at: number | string }[] = await this.#knex
      .from(calls.as('r'))
      .whereNot('r.agent', '')
      .groupBy('r.agent')
      .select('r.agent')
      .max({ last_at: 'r.last_at' });
    return new Map(
      rows.map(row => [row.agent, new Date(Number(row.last_at)).toISOString()]),
    );
  }
}
