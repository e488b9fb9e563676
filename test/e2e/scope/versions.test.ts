import type {
  Comparison,
  Page,
  PublishReceipt,
  Removal,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { amara, elif, margaret, priya, yuki } from '../support/people';
import type { Api } from '../support/Api';
import { expect, test } from '../support/test';
import {
  publish,
  publishEarlier,
  versionsOf,
  withOptional,
  withoutTool,
} from '../support/versions';
import { whenAsked } from '../support/whenAsked';
import { ask } from './compareAnswers';
import { privateServers } from './privateAssets';
import { registryOperations } from './registryOperations';

const base = '/api/mcp-registry';

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

for (const [operation, { questions, about }] of Object.entries(
  registryOperations,
)
  .filter(([name]) => !name.startsWith('GET '))
  // To have an entity taken from the catalog at once changes nothing of it.
  .filter(([name]) => !name.endsWith('/arrival'))) {
  test(`${operation} is refused to those who see the server and are not of its team`, async ({
    apiAs,
  }) => {
    expect(about).toBe('api');
    const server = 'billing-invoices';
    const asset = { ...privateServers[0], name: server, version: '3.0.0' };
    const owner = await apiAs(amara);
    const state = async () => ({
      versions: await versionsOf(owner, server),
      drift: await owner.read(`${base}/servers/${server}/drift`),
    });
    const before = await state();
    for (const stranger of [yuki, margaret]) {
      for (const question of questions(server, server, asset)) {
        const { status, text } = await ask(await apiAs(stranger), question, []);
        expect(status, text).toBe(403);
      }
    }
    expect(await state()).toEqual(before);
  });
}

test('whoever sees a server may announce it, which changes nothing of it', async ({
  apiAs,
}) => {
  const owner = await apiAs(amara);
  const path = `${base}/servers/billing-invoices`;
  // How it is, changes whenever it is asked.
  const entry = async () => ({
    ...(await owner.read<ServerDetail>(path)),
    health: undefined,
  });
  const before = await entry();
  const answer = await (await apiAs(yuki)).post(`${path}/arrival`);
  expect(await answer.json()).toEqual({ listed: true, changed: false });
  expect(await entry()).toEqual(before);
});

test("a private server's version that is about to go is shown to nobody else", async ({
  apiAs,
}) => {
  const owner = await apiAs(amara);
  const path = `${base}/servers/payment-ledger/versions/1.4.2/deprecation`;
  const removals = async (api: Api) => {
    const { items, totalItems } = await api.read<Page<Removal>>(
      `${base}/removals?limit=100`,
    );
    expect(totalItems).toBe(items.length);
    return items.map(({ server, version }) => `${server.name} ${version}`);
  };
  const before = await removals(await apiAs(yuki));
  const deprecated = await owner.post(path, { reason: 'It is old' });
  expect(deprecated.status(), await deprecated.text()).toBe(200);
  try {
    for (const insider of [amara, priya]) {
      expect(await removals(await apiAs(insider))).toContain(
        'payment-ledger 1.4.2',
      );
    }
    for (const outsider of [yuki, margaret]) {
      expect(await removals(await apiAs(outsider))).toEqual(before);
      const api = await apiAs(outsider);
      expect(
        await api.read<Page<Removal>>(`${base}/removals?search=ledger`),
      ).toEqual({ items: [], totalItems: 0 });
    }
  } finally {
    expect((await owner.delete(path)).status()).toBe(200);
  }
});

test("the gate tells a server's owner nothing of an agent that another team keeps to itself", async ({
  apiAs,
}) => {
  const server = 'sequential-thinking';
  const owner = await apiAs(elif);
  await publishEarlier(
    owner,
    server,
    live => withOptional(live, 'sequentialthinking', 'totalThoughts'),
    { major: 2025 },
  );
  const brokenFor = async (api: Api) => {
    const response = await publish(api, server, {
      version: '2026.8.31',
      contract: 'live',
      dryRun: true,
    });
    const { report }: PublishReceipt = await response.json();
    const agents = report.breaks.teams.flatMap(team =>
      team.dependents.map(({ name }) => name),
    );
    expect(report.breaks.total).toBe(agents.length);
    return agents.sort();
  };
  expect(await brokenFor(owner)).toEqual([
    'incident-scribe',
    'metrics-answers',
    'sample-agent',
  ]);
  // It is there, for those who may see it.
  expect(await brokenFor(await apiAs(priya))).toEqual([
    'incident-scribe',
    'ledger-reconciler',
    'metrics-answers',
    'sample-agent',
  ]);
});

test('a comparison says of whom it breaks only those that one may see', async ({
  apiAs,
}) => {
  const server = 'sequential-thinking';
  const { version } = await publishEarlier(await apiAs(elif), server, live =>
    withoutTool(live, 'sequentialthinking'),
  );
  const brokenFor = async (api: Api) => {
    const { breaks } = await api.read<Comparison>(
      `${base}/servers/${server}/compare?from=live&to=${version}`,
    );
    return [
      breaks.total,
      ...breaks.teams.flatMap(team => team.dependents.map(({ name }) => name)),
    ];
  };
  expect(await brokenFor(await apiAs(amara))).toContain('ledger-reconciler');
  const shown = await brokenFor(await apiAs(yuki));
  expect(shown).toHaveLength(4);
  expect(shown).toEqual(
    expect.arrayContaining([
      3,
      'incident-scribe',
      'metrics-answers',
      'sample-agent',
    ]),
  );
});

test('scores are counted over what one may see', async ({ apiAs }) => {
  for (const { person, total } of [
    { person: amara, total: 5 },
    { person: yuki, total: 4 },
  ]) {
    const scores = await (
      await apiAs(person)
    ).read<{ totalItems: number; items: object[] }>(
      `${base}/conventions/scores?owner=group:default/payments`,
    );
    expect([scores.totalItems, scores.items.length], person.name).toEqual([
      total,
      total,
    ]);
  }
});
