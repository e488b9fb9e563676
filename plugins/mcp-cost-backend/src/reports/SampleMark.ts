import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import type { UsageReader } from '../rollups';
import type { Asked } from './Asked';

/**
 * Tells whether sample usage is in an answer: it was made, and a team of the
 * sample organisation is among those who used something.
 */
export class SampleMark {
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

  async isIn(scope: CostScope, { period, filters }: Asked): Promise<boolean> {
    const made = await this.#knex('sample_usage').first('id');
    if (!made) {
      return false;
    }
    const [{ teams }, rows] = await Promise.all([
      this.#directory.current(),
      this.#reader.read(scope, {
        fromMs: period.fromMs,
        toMs: period.toMs,
        by: ['team'],
        // Other filters would only make it slower to find out.
        filters: filters.team && { team: filters.team },
      }),
    ]);
    return rows.some(({ values }) => teams.get(values[0])?.sample);
  }
}
