import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';

import {
  eventually,
  startTestCatalog,
  TestCatalog,
  TestDatabase,
} from '../__testUtils__/startTestCatalog';
import {
  startTestRegistry,
  TestRegistry,
} from '../__testUtils__/startTestRegistry';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  // PostgreSQL takes part where a running one is named in the environment.
  disableDocker: true,
});

const TASK_ID = 'McpRegistryEntityProvider:main:import';

function serverRecord(name: string, version: string, isLatest = true) {
  return {
    server: {
      name,
      version,
      description: `The server ${name}`,
      remotes: [{ type: 'streamable-http', url: 'https://mcp.example.com' }],
    },
    _meta: {
      'io.modelcontextprotocol.registry/official': {
        status: 'active',
        isLatest,
      },
    },
  };
}

async function versionsIn(catalog: TestCatalog): Promise<string[]> {
  return (await catalog.getEntities())
    .map(
      ({ metadata }) =>
        `${metadata.name} ${metadata.annotations?.['modelcontextprotocol.io/version']}`,
    )
    .sort();
}

describe.each(databases.eachSupportedId())(
  'McpRegistryEntityProvider, %s',
  id => {
    let pages: Record<string, unknown>;
    let registry: TestRegistry;

    beforeEach(async () => {
      registry = await startTestRegistry(({ url }, response) => {
        const { searchParams } = new URL(url!, 'http://x');
        const page = pages[searchParams.get('cursor') ?? 'first'];
        response.statusCode = page ? 200 : 500;
        response.end(JSON.stringify(page));
      });
    });

    afterEach(() => registry.stop());

    async function start(knex: TestDatabase) {
      const scheduler = mockServices.scheduler();
      const logger = mockServices.rootLogger.mock();
      logger.child.mockReturnValue(logger);
      const catalog = await startTestCatalog({
        knex,
        config: {
          catalog: {
            providers: {
              mcpRegistry: { main: { url: registry.url, owner: 'platform' } },
            },
          },
        },
        features: [
          // Runs nothing on its own: the test says when to import.
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          createServiceFactory({
            service: coreServices.rootLogger,
            deps: {},
            factory: () => logger,
          }),
        ],
      });
      return {
        catalog,
        logger,
        importOnce: () => scheduler.triggerTask(TASK_ID),
      };
    }

    it('imports one entity for each server, over all pages, without the bad records', async () => {
      pages = {
        first: {
          servers: [
            serverRecord('io.example/weather', '1.0.0', false),
            { server: { name: 'io.example/broken' } },
            serverRecord('io.example/maps', '0.3.0'),
          ],
          metadata: { nextCursor: 'second', count: 3 },
        },
        second: {
          servers: [serverRecord('io.example/weather', '1.1.0')],
          metadata: { count: 1 },
        },
      };
      const { catalog, importOnce, logger } = await start(
        await databases.init(id),
      );
      await importOnce();
      await eventually(async () => (await catalog.getEntities()).length === 2);
      expect(await versionsIn(catalog)).toEqual([
        'io.example_maps 0.3.0',
        'io.example_weather 1.1.0',
      ]);
      expect(logger.warn).toHaveBeenCalledWith(
        'Left out "io.example/broken" (record 2): server.description is missing; server.version is missing',
      );
      const related = await eventually(async () => {
        const maps = await catalog.getEntity('api:default/io.example_maps');
        return maps?.relations?.length ? maps.relations : undefined;
      });
      expect(related).toEqual([
        { type: 'ownedBy', targetRef: 'group:default/platform' },
      ]);

      pages.second = {
        servers: [serverRecord('io.example/weather', '1.2.0')],
      };
      (pages.first as { servers: unknown[] }).servers.pop();
      await importOnce();
      await eventually(
        async () =>
          (await versionsIn(catalog)).join() === 'io.example_weather 1.2.0',
      );
      await catalog.stop();
    });

    it('keeps the last good import when a page fails midway, also over a restart', async () => {
      const good = {
        first: {
          servers: [
            serverRecord('io.example/weather', '1.0.0'),
            serverRecord('io.example/maps', '1.0.0'),
          ],
        },
      };
      const failingMidway = {
        first: {
          servers: [serverRecord('io.example/weather', '2.0.0')],
          metadata: { nextCursor: 'gone' },
        },
      };
      const lastGood = ['io.example_maps 1.0.0', 'io.example_weather 1.0.0'];
      const knex = await databases.init(id);

      pages = good;
      const before = await start(knex);
      await before.importOnce();
      await eventually(
        async () => (await before.catalog.getEntities()).length === 2,
      );
      pages = failingMidway;
      await before.importOnce();
      expect(before.logger.error).toHaveBeenCalledWith(
        expect.stringMatching(
          /The import failed, and the servers of the last good import stay as they are: ServiceUnavailableError: .*cursor=gone answered with status 500/,
        ),
      );
      expect(await versionsIn(before.catalog)).toEqual(lastGood);
      await before.catalog.stop();

      const after = await start(knex);
      await after.importOnce();
      expect(after.logger.error).toHaveBeenCalled();
      // An entity that comes through now shows that the catalog is at work.
      await after.catalog.setEntities([
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'platform' },
          spec: { type: 'team', children: [] },
        },
      ]);
      await eventually(() => after.catalog.getEntity('group:default/platform'));
      expect(await versionsIn(after.catalog)).toEqual(
        expect.arrayContaining(lastGood),
      );
      await after.catalog.stop();
    });
  },
);
