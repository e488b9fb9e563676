import { createContractAsker } from '@mcp-portal/plugin-mcp-registry-backend/src/introspection/asking';
import { systemScope } from '@mcp-portal/plugin-mcp-registry-backend/src/access';
import { migrate } from '@mcp-portal/plugin-mcp-registry-backend/src/database/migrate';
import { DatabaseIntrospectionStore } from '@mcp-portal/plugin-mcp-registry-backend/src/introspection/DatabaseIntrospectionStore';
import { IntrospectionService } from '@mcp-portal/plugin-mcp-registry-backend/src/introspection/IntrospectionService';
import { DatabaseServerIndexStore } from '@mcp-portal/plugin-mcp-registry-backend/src/servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '@mcp-portal/plugin-mcp-registry-backend/src/servers/DatabaseServerStore';
import { ServerSearchIndex } from '@mcp-portal/plugin-mcp-registry-backend/src/servers/ServerSearchIndex';
import { mockServices } from '@backstage/backend-test-utils';
import {
  Client,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { Knex } from 'knex';

import { openDatabases } from './openDatabases';
import { percentile } from './percentiles';
import { printTable } from './printTable';
import { forkStubServers } from './stubProcess';

const SERVERS = 200;
const TOOLS_PER_SERVER = 25;
const RUNS = 3;
const LATENCIES_MS = [0, 20];
const CONCURRENCY = 8;

/**
 * Asking 200 stub servers with 25 tools each: the bare SDK, one server after
 * another, against the registry, which asks eight at once, makes the snapshots
 * and stores them with all that follows.
 */
export async function benchIntrospection(): Promise<void> {
  const rows: string[][] = [];
  for (const latencyMs of LATENCIES_MS) {
    const stubs = await forkStubServers({
      servers: SERVERS,
      toolsPerServer: TOOLS_PER_SERVER,
      latencyMs,
    });
    const who = `${latencyMs} ms to think`;
    const bare = await median(() => askWithBareSdk(stubs.urls));
    rows.push([`bare SDK, ${who}`, seconds(bare), '1.0 x']);
    for (const database of await openDatabases()) {
      const registry = await median(() =>
        askWithRegistry(database.knex, stubs.urls),
      );
      rows.push([
        `registry on ${database.engine}, ${who}`,
        seconds(registry),
        `${(bare / registry).toFixed(1)} x`,
      ]);
      await database.close();
    }
    stubs.stop();
  }
  printTable(
    `Asking ${SERVERS} stub servers with ${TOOLS_PER_SERVER} tools each, median of ${RUNS} runs`,
    ['', 'seconds', 'speed'],
    rows,
  );
}

async function askWithBareSdk(urls: string[]): Promise<number> {
  const started = performance.now();
  for (const url of urls) {
    const client = new Client(
      { name: 'bench', version: '1.0.0' },
      { versionNegotiation: { mode: 'auto' } },
    );
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    const { tools } = await client.listTools();
    if (tools.length !== TOOLS_PER_SERVER) {
      throw new Error(`${url} has ${tools.length} tools`);
    }
    await client.close();
  }
  return performance.now() - started;
}

async function askWithRegistry(knex: Knex, urls: string[]): Promise<number> {
  const scope = systemScope();
  await migrate(knex);
  await knex('servers').delete();
  await knex('snapshots').delete();
  const searchIndex = new ServerSearchIndex({ knex });
  await new DatabaseServerIndexStore({ knex, searchIndex }).put(
    scope,
    urls.map((url, i) => ({
      ref: `api:default/stub-${i}`,
      namespace: 'default',
      name: `stub-${i}`,
      ownerRef: 'group:default/payments',
      ownerExists: true,
      lifecycle: 'production',
      trust: 'internal',
      visibility: 'organisation',
      sample: false,
      declared: {
        remotes: [{ type: 'streamable-http', url }],
        packages: [],
        tags: [],
        links: [],
      },
    })),
    new Date(),
  );
  const servers = new DatabaseServerStore({ knex, searchIndex });
  const service = new IntrospectionService({
    asker: createContractAsker({
      config: mockServices.rootConfig({
        data: {
          mcpRegistry: {
            introspection: {
              hosts: [
                {
                  host: new URL(urls[0]).host,
                  allowHttp: true,
                  allowPrivateAddresses: ['127.0.0.0/8', '::1/128'],
                },
              ],
            },
          },
        },
      }),
      logger: mockServices.rootLogger({ level: 'none' }),
      auth: mockServices.auth(),
    }),
    store: new DatabaseIntrospectionStore({ knex, searchIndex }),
    servers,
    logger: mockServices.rootLogger({ level: 'none' }),
    concurrency: CONCURRENCY,
    intervalMs: 600_000,
    deadlineMs: 20_000,
  });
  const started = performance.now();
  await service.askDue(scope);
  const elapsed = performance.now() - started;
  const good = await servers.list(scope, { health: ['good'], limit: 1 });
  if (
    good.totalItems !== urls.length ||
    good.items[0].counts?.tools !== TOOLS_PER_SERVER
  ) {
    throw new Error(`Only ${good.totalItems} of ${urls.length} answered`);
  }
  return elapsed;
}

async function median(run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    times.push(await run());
  }
  return percentile(times, 0.5);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
