import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import searchPlugin from '@backstage/plugin-search-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- a test of both together
import mcpRegistryPlugin from '@mcp-portal/plugin-mcp-registry-backend';

import searchModuleMcp from './index';

const PROMISED_MS = 10_000;

const anEntity = (name: string, description: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name, namespace: 'default', description },
  spec: { type: 'mcp-server', lifecycle: 'production', owner: 'payments' },
});

/** Registry and search with the real scheduler, over a catalog of the test's. */
async function startPortal(entities: Entity[]) {
  const catalog = catalogServiceMock.mock({
    queryEntities: async () => ({
      items: [...entities],
      totalItems: entities.length,
      pageInfo: {},
    }),
    getEntityByRef: async ref =>
      entities.find(entity => stringifyEntityRef(entity) === ref),
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: [...entityRefs].map(() => undefined),
    }),
  });
  const rarely = {
    frequency: { hours: 1 },
    timeout: { minutes: 1 },
    initialDelay: { milliseconds: 1 },
  };
  const backend = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleMcp,
      mcpRegistryPlugin,
      catalog.factory,
      schedulerServiceFactory,
      // One bus for both; each plugin has one of its own in tests otherwise.
      eventsServiceFactory,
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({
        data: {
          mcpRegistry: { catalogIndex: { schedule: rarely } },
          search: { collators: { mcpServer: { schedule: rarely } } },
        },
      }),
    ],
  });
  const call = async (path: string, method = 'GET') => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api${path}`,
      { method, headers: { Authorization: mockCredentials.user.header() } },
    );
    return { status: response.status, body: await response.json() };
  };
  return {
    call,
    stop: () => backend.stop(),
    async find(term: string): Promise<string[]> {
      const { body } = await call(`/search/query?term=${term}`);
      return body.results.map(
        ({ document }: { document: { ref: string } }) => document.ref,
      );
    },
  };
}

/** Asks until something is so, for as long as the portal promises it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PROMISED_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`It did not become so in ${PROMISED_MS} ms`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('a server that has just been made', () => {
  jest.setTimeout(60_000);

  it('is in the list at once when it is announced, and in the search within 10 seconds', async () => {
    const entities = [anEntity('ledger', 'Keeps the books')];
    const { call, find, stop } = await startPortal(entities);
    await until(async () => (await find('books')).length === 1);

    entities.push(anEntity('vault', 'Hides the wombats'));
    const announced = await call('/mcp-registry/servers/vault/arrival', 'POST');
    expect(announced.body).toEqual({ listed: true, changed: true });
    expect((await call('/mcp-registry/servers/vault')).status).toBe(200);
    await until(async () => (await find('wombats')).length === 1);
    expect(await find('wombats')).toEqual(['api:default/vault']);
    await stop();
  });
});
