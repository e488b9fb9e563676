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

  async stored(scope: CostScope, fingerprints: string[]): Promise<Set<string>> {
    const { teams } = scope;
    const query = this.#knex('usage_attributions as a').whereRaw(
      isSqlite(this.#knex)
        ? 'a.fingerprint IN (SELECT value FROM json_each(?))'
        : 'a.fingerprint IN (SELECT json_array_elements_text(?::json))',
      [JSON.stringify(fingerprints)],
    );
    if (teams !== 'all') {
      query
        .join('usage_consumers as c', 'c.id', 'a.consumer_id')
        .whereIn('c.team_ref', teams);
    }
    const rows: { fingerprint: string }[] = await query.select('a.fingerprint');
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
