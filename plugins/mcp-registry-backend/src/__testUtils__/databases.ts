import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

import { migrate } from '../database/migrate';

/**
 * Describes behaviour once for each database that the registry supports, with a
 * fresh, migrated one for each test.
 */
export function describeOnBothDatabases(
  subject: string,
  tests: (createKnex: () => Promise<Knex>) => void,
): void {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())(`${subject} on %s`, databaseId => {
    jest.setTimeout(60_000);

    tests(async () => {
      const knex = await databases.init(databaseId);
      await migrate(knex);
      return knex;
    });
  });
}
