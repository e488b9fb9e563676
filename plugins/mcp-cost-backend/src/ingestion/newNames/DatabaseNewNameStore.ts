import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import type { NewNameStore } from './NewNameStore';

/** Replicas' clocks may be on either side of midnight. */
const KEPT_DAYS = 2;

export class DatabaseNewNameStore implements NewNameStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async stored(
    _scope: CostScope,
    fingerprints: string[],
  ): Promise<Set<string>> {
    const rows: { fingerprint: string }[] = await this.#knex(
      'usage_attributions',
    )
      .whereRaw(
        isSqlite(this.#knex)
          ? 'fingerprint IN (SELECT value FROM json_each(?))'
          : 'fingerprint IN (SELECT json_array_elements_text(?::json))',
        [JSON.stringify(fingerprints)],
      )
      .select('fingerprint');
    return new Set(rows.map(({ fingerprint }) => fingerprint));
  }

  async claim(
    scope: CostScope,
    claim: { teamRef: string; day: number; names: number; limit: number },
  ): Promise<number> {
    const { teamRef, day, names, limit } = claim;
    if (scope.teams !== 'all' && !scope.teams.includes(teamRef)) {
      return 0;
    }
    return this.#knex.transaction(async tx => {
      const itsDay = { team_ref: teamRef, day };
      await tx('usage_new_names')
        .insert({ ...itsDay, names: 0 })
        .onConflict(['team_ref', 'day'])
        .ignore();
      const query = tx('usage_new_names').where(itsDay).first('names');
      const row = await (isSqlite(tx) ? query : query.forUpdate());
      const granted = Math.max(0, Math.min(names, limit - row.names));
      if (granted > 0) {
        await tx('usage_new_names').where(itsDay).increment('names', granted);
      }
      if (row.names === 0) {
        await tx('usage_new_names')
          .where('day', '<', day - KEPT_DAYS)
          .delete();
      }
      return granted;
    });
  }
}
