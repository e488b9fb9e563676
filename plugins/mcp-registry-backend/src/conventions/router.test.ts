import { Knex } from 'knex';

import { systemScope } from '../access';
import { createServers } from '../__testUtils__/createServers';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  ADMIN,
  OWNER,
  startTestRegistry,
  STRANGER,
  TestRegistry,
} from '../__testUtils__/startTestRegistry';
import { ConventionChecker } from './ConventionChecker';
import { DatabaseConventionStore } from './DatabaseConventionStore';

const DAY_MS = 24 * 60 * 60 * 1000;
const dayAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Servers, each with what it offers and what its list of tools costs. */
const SERVERS: {
  name: string;
  tools: Record<string, string>;
  tokens: number;
  visibility?: 'team';
}[] = [
  { name: 'billing', tools: { charge: 'Charges a customer' }, tokens: 100 },
  { name: 'messy', tools: { a: '', b: '' }, tokens: 50_000 },
  {
    name: 'vault',
    tools: { quokka: '' },
    tokens: 200,
    visibility: 'team',
  },
];

describeOnBothDatabases('conventions over HTTP', createKnex => {
  let registry: TestRegistry;
  let knex: Knex;

  beforeAll(async () => {
    knex = await createKnex();
    const servers = createServers(knex);
    for (const { name, tools, tokens, visibility } of SERVERS) {
      await servers.add(name, { visibility: visibility ?? 'organisation' });
      const answer = await servers.offer(name, tools);
      await new ConventionChecker({
        store: new DatabaseConventionStore({ knex }),
        config: { settings: {}, probeUnknownTool: true },
        countTokens: async () => tokens,
      }).answered(systemScope(), `api:default/${name}`, answer);
    }
    await servers.add('silent', { sample: true });
    const { id } = await knex('servers').where('name', 'billing').first('id');
    await knex('convention_days').insert([
      { server_id: id, day: dayAgo(50), score: 10 },
      { server_id: id, day: dayAgo(31), score: 20 },
      { server_id: id, day: dayAgo(10), score: 30 },
      { server_id: id, day: dayAgo(120), score: 99 },
    ]);
    registry = await startTestRegistry(knex);
  });

  afterAll(() => registry.backend.stop());

  const scores = async (user: string, query = '') => {
    const { status, body } = await registry.call(
      user,
      `/conventions/scores${query}`,
    );
    expect([query, status]).toEqual([query, 200]);
    return body as {
      totalItems: number;
      items: { [field: string]: unknown; name: string; score?: number }[];
      mean: number;
      broken: { convention: string; title: string; servers: number }[];
      trend: { day: string; score: number }[];
    };
  };
  const namesOf = (page: { items: { name: string }[] }) =>
    page.items.map(({ name }) => name);

  it('lists the conventions with the severities in force', async () => {
    const { body } = await registry.call(STRANGER, '/conventions');
    const conventions = body.conventions as { id: string; severity: string }[];
    expect(conventions.map(({ id }) => id)).toContain('tool-described');
    expect(conventions[0]).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      severity: expect.stringMatching(/^(error|warning|info|off)$/),
      why: expect.any(String),
      fix: expect.any(String),
      options: expect.any(Object),
    });
  });

  it('shows the last check of a server, with its trend', async () => {
    const { body } = await registry.call(OWNER, '/servers/billing/conventions');
    expect(body.conventions).toMatchObject({
      report: { score: expect.any(Number), toolListTokens: 100 },
      trend: [
        { day: dayAgo(50), score: 10 },
        { day: dayAgo(31), score: 20 },
        { day: dayAgo(10), score: 30 },
        { day: dayAgo(0) },
      ],
    });
    const silent = await registry.call(OWNER, '/servers/silent/conventions');
    expect([silent.status, silent.body]).toEqual([200, { conventions: null }]);
  });

  it('puts the lowest score first, and what was not checked last', async () => {
    const page = await scores(OWNER);
    expect(page.totalItems).toBe(4);
    const known = page.items.flatMap(({ score }) => score ?? []);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(page.items.at(-1)).toEqual({
      ref: 'api:default/silent',
      name: 'silent',
      owner: { ref: 'group:default/payments', exists: true },
      errors: 0,
      warnings: 0,
      sample: true,
    });
    const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
    expect(page.mean).toBeCloseTo(mean, 0);
  });

  it('compares with 30 days ago, or the oldest day since', async () => {
    const { items } = await scores(OWNER);
    const before = Object.fromEntries(
      items.map(item => [item.name, item.before]),
    );
    expect(before).toEqual({ billing: 20 });
    await knex('convention_days').where('day', '<=', dayAgo(30)).delete();
    const later = await scores(OWNER, '?search=billing');
    expect(later.items).toMatchObject([{ before: 30 }]);
    expect(later.trend.map(({ day }) => day)).toEqual([dayAgo(10), dayAgo(0)]);
  });

  it('sorts, filters and pages', async () => {
    expect(namesOf(await scores(OWNER, '?sort=name&order=desc'))).toEqual([
      'vault',
      'silent',
      'messy',
      'billing',
    ]);
    expect(
      namesOf(await scores(OWNER, '?sort=toolListTokens&order=desc')),
    ).toEqual(['messy', 'vault', 'billing', 'silent']);
    expect(namesOf(await scores(OWNER, '?sort=errors&order=desc'))[0]).toBe(
      'messy',
    );
    expect(namesOf(await scores(OWNER, '?search=mess'))).toEqual(['messy']);
    expect(
      (await scores(OWNER, '?owner=group:default/logistics')).totalItems,
    ).toBe(0);
    const page = await scores(OWNER, '?sort=name&limit=1&offset=1');
    expect([page.totalItems, namesOf(page)]).toEqual([4, ['messy']]);
  });

  it('counts and finds who breaks a convention', async () => {
    const all = await scores(OWNER);
    const counts = all.broken.map(({ servers }) => servers);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(all.broken).toContainEqual({
      convention: 'tool-described',
      title: expect.any(String),
      servers: 2,
    });
    const page = await scores(OWNER, '?convention=tool-list-size');
    expect(namesOf(page)).toEqual(['messy']);
    expect(page.broken).toEqual(all.broken);
  });

  it('reads nothing of what the caller may not see', async () => {
    const page = await registry.call(STRANGER, '/conventions/scores');
    expect(page.body.totalItems).toBe(3);
    expect(page.text).not.toContain('vault');
    expect((await scores(STRANGER)).broken).toContainEqual(
      expect.objectContaining({ convention: 'tool-described', servers: 1 }),
    );
    expect((await scores(STRANGER)).mean).not.toBe((await scores(OWNER)).mean);
    expect((await scores(STRANGER, '?search=vault')).totalItems).toBe(0);
    expect((await scores(STRANGER, '?search=quokka')).trend).toEqual([]);
    expect((await scores(ADMIN)).totalItems).toBe(4);
    const hidden = await registry.call(STRANGER, '/servers/vault/conventions');
    const missing = await registry.call(STRANGER, '/servers/none/conventions');
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll('vault', 'none')).toBe(missing.text);
  });

  it.each(['/conventions', '/conventions/scores'])(
    'gives %s to nobody without a credential',
    async path => {
      expect((await registry.call(undefined, path)).status).toBe(401);
    },
  );

  it.each([
    ['?sort=password', 'sort'],
    ['?order=up', 'order'],
    ['?limit=0', 'limit'],
    ['?offset=-1', 'offset'],
    ['?convention=', 'convention'],
    ['?convention=no-such', 'no-such'],
    ['?convention=a&convention=b', 'convention'],
    ['?owner=%00', 'owner'],
    ['?unknown=1', 'unknown'],
  ])('refuses %s and names what is wrong', async (query, named) => {
    const { status, text } = await registry.call(
      OWNER,
      `/conventions/scores${query}`,
    );
    expect([status, text]).toEqual([400, expect.stringContaining(named)]);
  });
});
