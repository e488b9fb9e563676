import { McpCostClient } from './McpCostClient';

const BASE_URL = 'https://portal.example.com/api/mcp-cost';
const TEAM = 'group%3Adefault%2Fpayments';
const PERIOD = { from: '2026-11-01', to: '2026-12-01' };
const DAYS = 'from=2026-11-01&to=2026-12-01';

/** A client, and what it sends to a portal that always answers the same. */
function clientWith(answer: () => Response) {
  const fetched = jest.fn<Promise<Response>, Parameters<typeof fetch>>(
    async () => answer(),
  );
  return {
    client: new McpCostClient({
      discoveryApi: {
        getBaseUrl: async plugin => `https://portal.example.com/api/${plugin}`,
      },
      fetchApi: { fetch: fetched as typeof fetch },
    }),
    sent: () => {
      expect(fetched).toHaveBeenCalledTimes(1);
      const [url, options] = fetched.mock.calls[0];
      return { url: String(url).replace(BASE_URL, ''), options };
    },
  };
}

const nothing = () => Response.json({});

type Call = (client: McpCostClient) => Promise<unknown>;

describe('McpCostClient', () => {
  it.each<[string, Call, string, string]>([
    [
      'getOverview',
      c => c.getOverview({ ...PERIOD, team: ['a', 'b'] }),
      'GET',
      `/overview?${DAYS}&team=a&team=b`,
    ],
    [
      'getSeries',
      c => c.getSeries({ ...PERIOD, by: 'team', top: 5 }),
      'GET',
      `/series?${DAYS}&by=team&top=5`,
    ],
    [
      'getBreakdown',
      c => c.getBreakdown({ ...PERIOD, by: ['team', 'server'], compare: true }),
      'GET',
      `/breakdown?${DAYS}&by=team&by=server&compare=true`,
    ],
    [
      'listCalls',
      c => c.listCalls({ ...PERIOD, outcome: 'error' }),
      'GET',
      `/calls?${DAYS}&outcome=error`,
    ],
    ['getQuality', c => c.getQuality(PERIOD), 'GET', `/quality?${DAYS}`],
    ['getUnitCosts', c => c.getUnitCosts(PERIOD), 'GET', `/unit-costs?${DAYS}`],
    [
      'getReuse',
      c =>
        c.getReuse('api:default/vault', {
          ...PERIOD,
          assumptions: { buildCost: '1', runCostPerMonth: '2', months: 36 },
        }),
      'GET',
      `/reuse/api%3Adefault%2Fvault?${DAYS}&buildCost=1&runCostPerMonth=2&months=36`,
    ],
    [
      'listValues',
      c => c.listValues('server', { ...PERIOD, search: 'bill & co' }),
      'GET',
      `/values/server?${DAYS}&search=bill+%26+co`,
    ],
    [
      'exportUsage',
      c => c.exportUsage('focus', { ...PERIOD, by: ['team'] }),
      'GET',
      `/exports/focus?${DAYS}&by=team`,
    ],
    ['getStatus', c => c.getStatus(), 'GET', '/status'],
    [
      'getLastCalls',
      c => c.getLastCalls('api:default/vault'),
      'GET',
      '/servers/api%3Adefault%2Fvault/last-calls',
    ],
    [
      'listKeys',
      c => c.listKeys('group:default/payments'),
      'GET',
      `/teams/${TEAM}/keys`,
    ],
    [
      'withdrawIncrease',
      c => c.withdrawIncrease('i/1'),
      'DELETE',
      '/increases/i%2F1',
    ],
    ['revokeKey', c => c.revokeKey('a/b'), 'DELETE', '/keys/a%2Fb'],
    [
      'listPrices',
      c => c.listPrices({ at: '2026-11-01' }),
      'GET',
      '/prices?at=2026-11-01',
    ],
    ['deletePrice', c => c.deletePrice(7), 'DELETE', '/prices/7'],
    ['listRepricings', c => c.listRepricings(), 'GET', '/repricings'],
    ['listUnpriced', c => c.listUnpriced(), 'GET', '/prices/unpriced'],
    [
      'getFocusImport',
      c => c.getFocusImport('x?y'),
      'GET',
      '/focus-imports/x%3Fy',
    ],
    [
      'listFocusImports',
      c => c.listFocusImports({ limit: 5 }),
      'GET',
      '/focus-imports?limit=5',
    ],
    ['listBudgets', c => c.listBudgets(), 'GET', '/budgets'],
    [
      'getBudget',
      c => c.getBudget('group:default/payments'),
      'GET',
      `/teams/${TEAM}/budget`,
    ],
    [
      'removeBudget',
      c => c.removeBudget('group:default/payments'),
      'DELETE',
      `/teams/${TEAM}/budget`,
    ],
    [
      'listIncreases',
      c => c.listIncreases({ state: ['pending', 'granted'] }),
      'GET',
      '/increases?state=pending&state=granted',
    ],
    [
      'getAdmission',
      c => c.getAdmission('group:default/payments'),
      'GET',
      `/teams/${TEAM}/admission`,
    ],
    [
      'listAlerts',
      c => c.listAlerts({ state: 'open', offset: 0 }),
      'GET',
      '/alerts?state=open&offset=0',
    ],
    ['listIdle', c => c.listIdle({ kind: ['key'] }), 'GET', '/idle?kind=key'],
    [
      'removeIdleExemption',
      c => c.removeIdleExemption('key:1'),
      'DELETE',
      '/idle/key%3A1/exemption',
    ],
  ])('%s asks the right place', async (_, call, method, url) => {
    const { client, sent } = clientWith(nothing);
    await call(client);
    expect(sent()).toEqual({
      url,
      options: { method, signal: undefined, headers: {} },
    });
  });

  it.each<[string, Call, string, string, object]>([
    [
      'setReuseAssumptions',
      c =>
        c.setReuseAssumptions({
          buildCost: '1',
          runCostPerMonth: '2',
          months: 3,
        }),
      'PUT',
      '/reuse-assumptions',
      { buildCost: '1', runCostPerMonth: '2', months: 3 },
    ],
    ['sendUsage', c => c.sendUsage([]), 'POST', '/usage', { records: [] }],
    [
      'createKey',
      c =>
        c.createKey('group:default/payments', {
          name: 'CI',
          scopes: ['ingest'],
        }),
      'POST',
      `/teams/${TEAM}/keys`,
      { name: 'CI', scopes: ['ingest'] },
    ],
    [
      'rotateKey',
      c => c.rotateKey('k1', { overlapDays: 2 }),
      'POST',
      '/keys/k1/rotation',
      { overlapDays: 2 },
    ],
    [
      'setKeyTeams',
      c => c.setKeyTeams('k1', ['group:default/a']),
      'PUT',
      '/keys/k1/teams',
      { teamRefs: ['group:default/a'] },
    ],
    [
      'setPrice',
      c =>
        c.setPrice({
          subject: { kind: 'unit', unit: 'page' },
          amounts: { perUnit: '0.1' },
          validFrom: '2026-11-01',
        }),
      'POST',
      '/prices',
      {
        subject: { kind: 'unit', unit: 'page' },
        amounts: { perUnit: '0.1' },
        validFrom: '2026-11-01',
      },
    ],
    [
      'setBudget',
      c => c.setBudget('group:default/payments', { amount: '100' }),
      'PUT',
      `/teams/${TEAM}/budget`,
      { amount: '100' },
    ],
    [
      'askIncrease',
      c =>
        c.askIncrease('group:default/payments', {
          amount: '1',
          reason: 'More',
        }),
      'POST',
      `/teams/${TEAM}/budget/increases`,
      { amount: '1', reason: 'More' },
    ],
    [
      'decideIncrease',
      c => c.decideIncrease('i1', { decision: 'granted' }),
      'POST',
      '/increases/i1/decision',
      { decision: 'granted' },
    ],
    [
      'exemptIdle',
      c => c.exemptIdle('key:1', { reason: 'Spare', until: '2027-01-01' }),
      'PUT',
      '/idle/key%3A1/exemption',
      { reason: 'Spare', until: '2027-01-01' },
    ],
  ])(
    '%s sends what it is given, as JSON',
    async (_, call, method, url, body) => {
      const { client, sent } = clientWith(nothing);
      await call(client);
      expect(sent()).toEqual({
        url,
        options: {
          method,
          signal: undefined,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        },
      });
    },
  );

  it('sends a bill as the file that it is', async () => {
    const { client, sent } = clientWith(nothing);
    const file = new Blob(['BilledCost\n1']);
    await client.importFocus(file, { fileName: 'may & june.csv' });
    const { url, options } = sent();
    expect(url).toBe('/focus-imports?fileName=may+%26+june.csv');
    expect(options).toMatchObject({
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
    });
    expect(options?.body).toBe(file);
  });

  it('hands an export over as it comes, unread', async () => {
    const { client } = clientWith(() => new Response('team,cost\n'));
    const answer = await client.exportUsage('csv', { ...PERIOD, by: ['team'] });
    await expect(answer.text()).resolves.toBe('team,cost\n');
  });

  it('unwraps lists, and last calls', async () => {
    const { client } = clientWith(() =>
      Response.json({ items: [{ id: 'k' }] }),
    );
    await expect(client.listKeys('payments')).resolves.toEqual([{ id: 'k' }]);
    const lastCalls = { 'component:default/clerk': '2026-11-01T00:00:00.000Z' };
    await expect(
      clientWith(() => Response.json({ lastCalls })).client.getLastCalls('v'),
    ).resolves.toEqual(lastCalls);
  });

  it('takes an answer without content, and a null repricing, for nothing', async () => {
    const empty = () => new Response(null, { status: 204 });
    await expect(
      clientWith(empty).client.removeIdleExemption('key:1'),
    ).resolves.toBeUndefined();
    await expect(
      clientWith(empty).client.deletePrice(1),
    ).resolves.toBeUndefined();
    await expect(
      clientWith(() => Response.json({ repricing: null })).client.deletePrice(
        1,
      ),
    ).resolves.toBeUndefined();
  });

  it('sends the token and the signal that it is given', async () => {
    const { client, sent } = clientWith(nothing);
    const { signal } = new AbortController();
    await client.listAlerts({}, { token: 'secret', signal });
    expect(sent().options).toEqual({
      method: 'GET',
      signal,
      headers: { Authorization: 'Bearer secret' },
    });
  });

  it('encodes a ref that tries to leave its place in the path', async () => {
    const { client, sent } = clientWith(nothing);
    await client.getBudget('../keys?x=1#y');
    expect(sent().url).toBe('/teams/..%2Fkeys%3Fx%3D1%23y/budget');
  });

  it('throws a ResponseError that holds what the portal said', async () => {
    const { client } = clientWith(() =>
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'No such server' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    await expect(client.getReuse('vault', PERIOD)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No such server' },
    });
  });

  it('throws a ResponseError too when the answer is no JSON', async () => {
    const { client } = clientWith(
      () => new Response('<html>', { status: 502 }),
    );
    await expect(
      client.exportUsage('csv', { ...PERIOD, by: ['team'] }),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 502 });
  });
});
