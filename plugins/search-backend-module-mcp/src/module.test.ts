import {
  coreServices,
  createBackendPlugin,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import { JsonObject } from '@backstage/types';

import { aContract, aServer } from './__testUtils__/servers';
import searchModuleMcp from './index';

/** A registry that answers over HTTP, for whoever has a token for it. */
function registryOf(answers: Record<string, object>) {
  return createBackendPlugin({
    pluginId: 'mcp-registry',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use((req, res) => {
            const answer = answers[decodeURIComponent(req.path)];
            res.status(answer ? 200 : 500).json(answer ?? {});
          });
        },
      });
    },
  });
}

/** Backstage's search with the module; the tests run its task themselves. */
async function startSearch(options: {
  answers?: Record<string, object>;
  search?: JsonObject;
  mayRead?: (ref: string) => boolean;
}) {
  const schedules: SchedulerServiceTaskScheduleDefinition[] = [];
  const tasks: SchedulerServiceTaskInvocationDefinition[] = [];
  const { mayRead = () => true } = options;
  const backend = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleMcp,
      registryOf(options.answers ?? {}),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          ...(options.search && { search: options.search }),
        },
      }),
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.scheduler.mock({
        createScheduledTaskRunner: schedule => {
          schedules.push(schedule);
          return { run: async task => void tasks.push(task) };
        },
      }).factory,
      mockServices.permissions.mock({
        authorizeConditional: async requests =>
          requests.map(({ permission }) => ({
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'mcp-registry',
            resourceType: 'mcp-server',
            conditions: {
              rule: 'ANY',
              resourceType: 'mcp-server',
              params: { of: permission.name },
            },
          })),
        authorize: async requests =>
          requests.map(request => ({
            result:
              request.permission.name === 'mcp.server.read' &&
              'resourceRef' in request &&
              mayRead(String(request.resourceRef))
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
      }).factory,
    ],
  });
  return {
    schedules,
    stop: () => backend.stop(),
    index: () => tasks[0].fn(new AbortController().signal),
    async find(term: string): Promise<string[]> {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/search/query?term=${term}`,
        { headers: { Authorization: mockCredentials.user.header() } },
      );
      const { results } = (await response.json()) as {
        results: { type: string; document: { ref: string } }[];
      };
      return results.map(({ type, document }) => `${type} ${document.ref}`);
    },
  };
}

const servers = [
  aServer('ledger', { purpose: 'Keeps the books', tools: 1 }),
  aServer('vault', { visibility: 'team', purpose: 'Hides gold', tools: 1 }),
];

describe('the search', () => {
  it('finds a server by its purpose and by a word of its tools', async () => {
    const search = await startSearch({
      answers: {
        '/servers': { items: servers, totalItems: 2 },
        '/servers/api:default/ledger/contract': {
          contract: aContract({ read_entry: 'Reads one wombat' }),
        },
        // The other contract answers 500.
      },
    });
    await search.index();

    expect(await search.find('books')).toEqual([
      'mcp-server api:default/ledger',
    ]);
    expect(await search.find('wombat')).toEqual([
      'mcp-server api:default/ledger',
    ]);
    expect(await search.find('read_entry')).toEqual([
      'mcp-server api:default/ledger',
    ]);
    expect(await search.find('gold')).toEqual(['mcp-server api:default/vault']);
    expect(await search.find('unicorn')).toEqual([]);
    await search.stop();
  });

  it('shows to each only the servers that they may read', async () => {
    const search = await startSearch({
      answers: { '/servers': { items: servers, totalItems: 2 } },
      mayRead: ref => ref === 'api:default/ledger',
    });
    await search.index();

    expect(await search.find('gold')).toEqual([]);
    expect(await search.find('vault')).toEqual([]);
    expect(await search.find('books')).toEqual([
      'mcp-server api:default/ledger',
    ]);
    await search.stop();
  });

  it('keeps its last index when the registry does not answer', async () => {
    const answers: Record<string, object> = {
      '/servers': { items: servers, totalItems: 2 },
    };
    const search = await startSearch({ answers });
    await search.index();
    delete answers['/servers'];

    await expect(search.index()).rejects.toThrow();
    expect(await search.find('books')).toEqual([
      'mcp-server api:default/ledger',
    ]);
    await search.stop();
  });
});

describe('the schedule of the index', () => {
  it('is every ten minutes when the config does not say', async () => {
    const { schedules, stop } = await startSearch({});
    expect(schedules).toEqual([
      {
        frequency: { minutes: 10 },
        timeout: { minutes: 15 },
        initialDelay: { seconds: 20 },
      },
    ]);
    await stop();
  });

  it('is what the config says', async () => {
    const { schedules, stop } = await startSearch({
      search: {
        collators: {
          mcpServer: {
            schedule: {
              frequency: { hours: 1 },
              timeout: 'PT2M',
              initialDelay: { seconds: 5 },
            },
          },
        },
      },
    });
    expect(schedules).toEqual([
      {
        frequency: { hours: 1 },
        timeout: { minutes: 2 },
        initialDelay: { seconds: 5 },
      },
    ]);
    await stop();
  });
});
