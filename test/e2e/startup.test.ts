import { yuki } from './support/people';
import { portalUrl } from './support/portalUrl';
import { expect, test } from './support/test';

interface Server {
  ref: string;
  counts?: { tools: number };
  health: { level: string; reason: string; lastAttemptAt?: string };
  matchedTools?: string[];
}

const base = '/api/mcp-registry';

/** The portal asks the first servers while it starts. */
const ASKED_WITHIN = { timeout: 45_000 };

const realServers = [
  { name: 'everything', tools: 13 },
  { name: 'workspace-files', tools: 14 },
  { name: 'knowledge-graph', tools: 9 },
  { name: 'sequential-thinking', tools: 1 },
];

for (const { name, tools } of realServers) {
  test(`without a click, ${name} is asked and has ${tools} of them`, async ({
    apiAs,
  }) => {
    const api = await apiAs(yuki);
    await expect
      .poll(async () => {
        const server = await api.read<Server>(`${base}/servers/${name}`);
        return [server.counts?.tools, server.health.level];
      }, ASKED_WITHIN)
      .toEqual([tools, 'good']);
    const { contract } = await api.read<{
      contract: { contract: { tools: unknown[] } };
    }>(`${base}/servers/${name}/contract`);
    expect(contract.contract.tools).toHaveLength(tools);
  });
}

test('the portal asks itself over HTTP, at the address that the sample names', async ({
  apiAs,
}) => {
  const api = await apiAs(yuki);
  const read = () => api.read<Server>(`${base}/servers/portal-actions`);
  await expect
    .poll(async () => (await read()).health.lastAttemptAt, ASKED_WITHIN)
    .toBeTruthy();
  const { counts, health } = await read();
  if (portalUrl === 'http://localhost:3000') {
    expect(health.level, health.reason).toBe('good');
    expect(counts?.tools).toBeGreaterThan(0);
  } else {
    // Nothing is there, or another portal, which takes no credential of this one.
    expect(counts).toBeUndefined();
    const { items } = await api.read<{
      items: { endpoint?: string; error?: string }[];
    }>(`${base}/servers/portal-actions/attempts?limit=1`);
    expect(items[0].endpoint).toBe('http://localhost:3000/api/mcp-actions/v1');
    expect(items[0].error).toMatch(
      /ECONNREFUSED|did not accept the credential/,
    );
  }
});

test('a server is found by a word that only one of its tools uses', async ({
  apiAs,
  apiAsScript,
}) => {
  for (const api of [await apiAs(yuki), apiAsScript]) {
    await expect
      .poll(async () => {
        const { items } = await api.read<{ items: Server[] }>(
          `${base}/servers?search=gzip`,
        );
        return items.map(({ ref, matchedTools }) => [ref, matchedTools]);
      }, ASKED_WITHIN)
      .toEqual([['api:default/everything', ['gzip-file-as-resource']]]);
  }
});

test('nobody reads anything without a token, or with a wrong one', async ({
  request,
}) => {
  for (const headers of [undefined, { Authorization: 'Bearer of-bad-news' }]) {
    for (const path of [
      `${base}/servers?search=gzip`,
      `${base}/servers/everything`,
      '/api/catalog/entities',
      '/api/search/query?term=gzip',
    ]) {
      const response = await request.get(path, { headers });
      expect(response.status(), path).toBe(401);
    }
  }
});
