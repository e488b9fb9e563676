import { TestDatabases } from '@backstage/backend-test-utils';
import { migrateWith } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

const PACKAGE_NAME = '@mcp-portal/plugin-mcp-cost-backend';

/**
 * Describes behaviour once for each database that is supported, with a fresh,
 * migrated one each time that `createKnex` is called.
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
      await migrateWith(PACKAGE_NAME, knex);
      return knex;
    });
  });
}
