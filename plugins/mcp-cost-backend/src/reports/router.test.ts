import type {
  Breakdown,
  CallPage,
  CostOverview,
  CostPage,
  DimensionValue,
  Quality,
  SeriesAnswer,
  UnitCosts,
} from '@mcp-portal/plugin-mcp-cost-common';
import { parse } from 'csv-parse/sync';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  ADA,
  DORA,
  FIONA,
  FRANK,
  LOGISTICS,
  PAYMENTS,
  PETRA,
} from '../__testUtils__/people';
import type { TestCost } from '../__testUtils__/startTestCost';
import {
  AUDITOR,
  CLERK,
  DISPATCHER,
  FREIGHT,
  LEDGER,
  NOVEMBER,
  startFilledCost,
} from './__testUtils__/filledCost';

describeOnBothDatabases('reports over HTTP', createKnex => {
  let cost: TestCost;

  beforeAll(async () => {
    cost = await startFilledCost(await createKnex());
  });
  afterAll(() => cost.backend.stop());

  async function get<T>(who: string, path: string): Promise<T> {
    const answer = await cost.ask<T>(who, 'GET', path);
    expect({ status: answer.status, text: answer.text }).toMatchObject({
      status: 200,
    });
    return answer.body;
  }
  const breakdown = (who: string, query: string) =>
    get<Breakdown>(who, `/breakdown?${NOVEMBER}&${query}`);
  const rowsOf = ({ items }: Breakdown) =>
    items.map(({ values, measures }) => [
      ...values.map(({ value }) => value),
      measures.costNanos,
    ]);

  it('sums up a period, and the one before it', async () => {
    const overview = await get<CostOverview>(FIONA, `/overview?${NOVEMBER}`);
    expect(overview).toMatchObject({
      currency: 'USD',
      period: { from: '2026-11-01', to: '2026-12-01' },
      previousPeriod: { from: '2026-10-02', to: '2026-11-01' },
      total: { costNanos: '177', calls: 5, errors: 1, unpricedEvents: 1 },
      previous: { costNanos: '80' },
      unattributed: { calls: 1, costNanos: '0' },
      sees: { all: true, teams: [] },
      sample: false,
    });
  });

  it('sums up what a member may see: their teams, and the use of their servers', async () => {
    const overview = await get<CostOverview>(FRANK, `/overview?${NOVEMBER}`);
    expect(overview.total).toMatchObject({ costNanos: '57', calls: 2 });
    expect(overview.sees).toEqual({ all: false, teams: [LOGISTICS] });
  });

  it('forecasts only while the period holds today', async () => {
    const overview = await get<CostOverview>(
      FIONA,
      '/overview?from=2020-01-01&to=2020-02-01',
    );
    expect(overview.forecast).toBeUndefined();
    const today = new Date().toISOString().slice(0, 10);
    const current = await get<CostOverview>(
      FIONA,
      `/overview?from=${today.slice(0, 4)}-01-01&to=2027-12-01`,
    );
    expect(current.forecast?.month).toBe(today.slice(0, 7));
  });

  it('draws a line for each of the highest, and one for the rest, without gaps', async () => {
    const answer = await get<SeriesAnswer>(
      FIONA,
      '/series?from=2026-11-02&to=2026-11-06&by=team&top=1',
    );
    expect(answer.interval).toBe('day');
    expect(answer.at).toEqual([
      '2026-11-02T00:00:00.000Z',
      '2026-11-03T00:00:00.000Z',
      '2026-11-04T00:00:00.000Z',
      '2026-11-05T00:00:00.000Z',
    ]);
    expect(answer.series).toEqual([
      {
        value: PAYMENTS,
        title: 'Payments',
        costNanos: ['107', '0', '0', '0'],
        calls: [2, 0, 0, 1],
        errors: [1, 0, 0, 0],
        unpricedEvents: [0, 0, 0, 1],
      },
      {
        costNanos: ['0', '50', '0', '20'],
        calls: [0, 1, 0, 1],
        errors: [0, 0, 0, 0],
        unpricedEvents: [0, 0, 0, 0],
      },
    ]);
  });

  it('draws hours and months', async () => {
    const hours = await get<SeriesAnswer>(
      FIONA,
      '/series?from=2026-11-02&to=2026-11-03',
    );
    expect(hours.at).toHaveLength(24);
    expect(hours.series[0].calls[10]).toBe(2);
    const months = await get<SeriesAnswer>(
      FIONA,
      '/series?from=2026-10-10&to=2026-12-01&interval=month',
    );
    expect(months.series[0].costNanos).toEqual(['80', '177']);
  });

  it('breaks usage down by two dimensions, compared with the period before', async () => {
    const answer = await breakdown(
      FIONA,
      'by=team&by=server&compare=true&latency=true',
    );
    expect(rowsOf(answer)).toEqual([
      [PAYMENTS, LEDGER, '100'],
      [LOGISTICS, LEDGER, '50'],
      ['group:default/payments-ledger', undefined, '20'],
      [PAYMENTS, FREIGHT, '7'],
      [PAYMENTS, undefined, '0'],
    ]);
    expect(answer.items[0]).toMatchObject({
      values: [
        { title: 'Payments', known: true },
        { title: 'ledger', known: true },
      ],
      previous: { costNanos: '80' },
      latency: { count: 1, p50Ms: 75 },
    });
    expect(answer.items[1].previous).toBeUndefined();
    expect(answer).toMatchObject({
      totalItems: 5,
      total: { costNanos: '177' },
      previousTotal: { costNanos: '80' },
    });
  });

  it('searches values and titles, pages, and sorts in every order', async () => {
    expect(rowsOf(await breakdown(FIONA, 'by=server&search=LEDG'))).toEqual([
      [LEDGER, '150'],
    ]);
    expect(rowsOf(await breakdown(FIONA, 'by=team&search=logi'))).toEqual([
      [LOGISTICS, '50'],
    ]);
    const page = await breakdown(FIONA, 'by=tool&limit=2&offset=1');
    expect(rowsOf(page)).toEqual([
      ['write', '50'],
      [undefined, '20'],
    ]);
    expect(page.totalItems).toBe(5);
    const firstBy = async (sort: string) =>
      (await breakdown(FIONA, `by=tool&sort=${sort}`)).items[0].values[0].value;
    expect(await firstBy('errorRate')).toBe('track');
    expect(await firstBy('p95')).toBe('track');
    expect(await firstBy('change')).toBe('write');
    expect(await firstBy('name&order=desc')).toBe('write');
    expect(await firstBy('errors')).toBe('track');
  });

  it('filters, also for what has no value', async () => {
    expect(
      rowsOf(await breakdown(FIONA, 'by=tool&server=(none)&kind=tool-call')),
    ).toEqual([['pay', '0']]);
    expect(
      rowsOf(await breakdown(FIONA, 'by=tool&server=ledger&team=payments')),
    ).toEqual([['read', '100']]);
  });

  it('lists values for filters, whatever the dimension itself is filtered by', async () => {
    const answer = await get<CostPage<DimensionValue>>(
      FIONA,
      `/values/server?${NOVEMBER}&server=freight&search=ledger`,
    );
    expect(answer).toEqual({
      items: [{ value: LEDGER, title: 'ledger', known: true }],
      totalItems: 1,
    });
  });

  describe('of a server that one owns', () => {
    it('tells which teams use it, but neither their people nor their private agents', async () => {
      expect(rowsOf(await breakdown(FRANK, 'by=team&by=agent'))).toEqual([
        [LOGISTICS, DISPATCHER, '50'],
        [PAYMENTS, undefined, '7'],
      ]);
      const { items } = await get<CallPage>(FRANK, `/calls?${NOVEMBER}`);
      expect(items).toMatchObject([
        { agent: DISPATCHER, userRef: 'user:default/frank' },
        { teamRef: PAYMENTS, serverRef: FREIGHT, errorType: 'timeout' },
      ]);
      expect(items[1].agent).toBeUndefined();
    });

    it.each([
      'breakdown?by=agent&',
      'breakdown?by=user&sort=name&',
      'values/agent?',
      'values/user?search=p&',
      'calls?',
      'quality?by=agent&',
      'quality?by=server&',
      'exports/csv?by=agent&',
      'exports/focus?by=user&',
      'series?by=agent&',
    ])('leaks none of their names in %s', async path => {
      const { status, text } = await cost.ask(
        FRANK,
        'GET',
        `/${path}${NOVEMBER}`,
      );
      expect(status).toBe(200);
      expect(text).not.toContain('auditor');
      expect(text).not.toContain('petra');
      expect(text).not.toContain('clerk');
    });

    it('finds nothing by such a name', async () => {
      for (const query of [`agent=${AUDITOR}`, 'user=petra']) {
        const answer = await breakdown(FRANK, `by=team&${query}`);
        expect(answer).toMatchObject({
          items: [],
          totalItems: 0,
          total: { events: 0 },
        });
      }
      const { items } = await get<CallPage>(
        FRANK,
        `/calls?${NOVEMBER}&agent=${AUDITOR}`,
      );
      expect(items).toEqual([]);
    });
  });

  it('walks the calls, newest first, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: CallPage = await get(
        FIONA,
        `/calls?from=2026-10-01&to=2026-12-01&limit=2${
          cursor ? `&cursor=${cursor}` : ''
        }`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(page.keptFrom).toBe('2026-10-15');
      seen.push(...page.items.map(({ at }) => at));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      '2026-11-05T09:00:00.000Z',
      '2026-11-05T08:00:00.000Z',
      '2026-11-03T08:00:00.000Z',
      '2026-11-02T10:30:00.000Z',
      '2026-11-02T10:00:00.000Z',
      '2026-10-15T08:00:00.000Z',
    ]);
  });

  it('tells all of a call', async () => {
    const { items } = await get<CallPage>(
      FIONA,
      `/calls?${NOVEMBER}&tool=read&outcome=ok`,
    );
    expect(items).toEqual([
      {
        key: expect.any(String),
        kind: 'tool-call',
        at: '2026-11-02T10:00:00.000Z',
        teamRef: PAYMENTS,
        environment: 'production',
        agent: CLERK,
        userRef: 'user:default/petra',
        serverRef: LEDGER,
        tool: 'read',
        outcome: 'ok',
        durationMs: 75,
        costNanos: '100',
        traceId: '0af7651916cd43dd8448eb211c80319c',
        spanId: 'b7ad6b7169203331',
        sample: false,
      },
    ]);
    const errors = await get<CallPage>(
      FIONA,
      `/calls?${NOVEMBER}&outcome=error`,
    );
    expect(errors.items.map(({ tool }) => tool)).toEqual(['track']);
    const unpriced = await get<CallPage>(
      FIONA,
      `/calls?${NOVEMBER}&server=(none)&kind=tool-call`,
    );
    expect(unpriced.items[0]).toMatchObject({ serverHint: 'billing.internal' });
    expect(unpriced.items[0].costNanos).toBeUndefined();
  });

  it('says how well servers work, and who has trouble', async () => {
    const quality = await get<Quality>(FIONA, `/quality?${NOVEMBER}`);
    expect(quality.items[0]).toMatchObject({
      value: { value: FREIGHT },
      errorRate: 1,
      shareOfErrors: 1,
      latency: { count: 1 },
      troubles: [{ value: { value: AUDITOR }, calls: 1, errors: 1 }],
    });
    expect(quality.items.map(({ value }) => value.value)).toEqual([
      FREIGHT,
      LEDGER,
      undefined,
    ]);
    expect(quality.findings).toEqual([]);
    const models = await get<Quality>(FIONA, `/quality?${NOVEMBER}&by=model`);
    expect(models.items).toMatchObject([{ value: { value: 'm-1' } }]);
  });

  it('tells what a unit came to', async () => {
    const units = await get<UnitCosts>(FIONA, `/unit-costs?${NOVEMBER}`);
    expect(units).toMatchObject({
      calls: 5,
      successfulCalls: 4,
      activeAgents: 4,
      perCallNanos: '35',
      perSuccessfulCallNanos: '44',
      perActiveAgentNanos: '44',
      previous: { calls: 1, perCallNanos: '80' },
    });
  });

  it('exports what is on screen, with cells that no spreadsheet runs', async () => {
    const answer = await cost.ask(
      FIONA,
      'GET',
      `/exports/csv?${NOVEMBER}&by=team&by=agent&compare=true`,
    );
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="usage-by-team-agent-2026-11-01-2026-12-01.csv"',
    );
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const rows: Record<string, string>[] = parse(answer.text, {
      columns: true,
    });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      team: PAYMENTS,
      team_title: 'Payments',
      agent: CLERK,
      cost: '0.0000001',
      currency: 'USD',
      previous_cost: '0.00000008',
    });
    expect(rows.map(row => row.agent)).toContain(`'=HYPERLINK("http://evil")`);
    expect(
      rows.reduce((sum, row) => sum + Math.round(Number(row.cost) * 1e9), 0),
    ).toBe(177);
  });

  it('exports FOCUS rows by day, which sum to the same', async () => {
    const answer = await cost.ask(
      FIONA,
      'GET',
      `/exports/focus?${NOVEMBER}&by=agent`,
    );
    const rows: Record<string, string>[] = parse(answer.text, {
      columns: true,
    });
    expect(rows).toHaveLength(5);
    expect(rows.find(row => row.x_Agent === CLERK)).toMatchObject({
      BilledCost: '0.0000001',
      EffectiveCost: '0.0000001',
      BillingCurrency: 'USD',
      BillingPeriodStart: '2026-11-01T00:00:00Z',
      BillingPeriodEnd: '2026-12-01T00:00:00Z',
      ChargePeriodStart: '2026-11-02T00:00:00Z',
      ChargePeriodEnd: '2026-11-03T00:00:00Z',
      ChargeCategory: 'Usage',
      SubAccountId: PAYMENTS,
      ResourceId: LEDGER,
      Tags: '{"environment":"production"}',
      x_Agent: CLERK,
      x_Calls: '1',
    });
    expect(
      rows.reduce(
        (sum, row) => sum + Math.round(Number(row.BilledCost) * 1e9),
        0,
      ),
    ).toBe(177);
  });

  it('tells when agents last called a server, to who may know', async () => {
    const lastCalls = (who: string) => get(who, '/servers/ledger/last-calls');
    const all = {
      [CLERK]: '2026-11-02T10:00:00.000Z',
      [DISPATCHER]: '2026-11-03T08:00:00.000Z',
    };
    expect(await lastCalls(PETRA)).toEqual({ lastCalls: all });
    expect(await lastCalls(FRANK)).toEqual({
      lastCalls: { [DISPATCHER]: all[DISPATCHER] },
    });
    expect(await lastCalls('Bearer mock-service-token')).toEqual({
      lastCalls: all,
    });
    expect(await get(FRANK, '/servers/freight/last-calls')).toEqual({
      lastCalls: {},
    });
  });

  it('tells a private name to those above its team', async () => {
    const { items } = await breakdown(DORA, 'by=agent&server=freight');
    expect(items[0].values[0]).toEqual({
      value: AUDITOR,
      title: 'auditor',
      known: true,
    });
  });

  it.each([
    ['/breakdown?from=2026-11-01&to=2026-11-01&by=team', 'is empty'],
    ['/breakdown?from=2026-11-02&to=2026-11-01&by=team', 'is empty'],
    ['/breakdown?from=2026-02-30&to=2026-11-01&by=team', 'no day'],
    ['/breakdown?from=2020-01-01&to=2026-11-01&by=team', 'three years'],
    [`/breakdown?${NOVEMBER}`, 'by'],
    [`/breakdown?${NOVEMBER}&by=team&by=team`, 'by'],
    [`/breakdown?${NOVEMBER}&by=team&by=tool&by=user`, 'by'],
    [`/breakdown?${NOVEMBER}&by=password`, 'by'],
    [`/breakdown?${NOVEMBER}&by=team&limit=201`, 'limit'],
    [`/breakdown?${NOVEMBER}&by=team&team=a%00b`, 'NUL'],
    [`/series?from=2026-01-01&to=2026-11-01&interval=hour`, '31 days'],
    [`/series?${NOVEMBER}&top=21`, 'top'],
    [`/values/password?${NOVEMBER}`, 'dimension'],
    [`/calls?${NOVEMBER}&cursor=nonsense`, 'cursor'],
    [`/calls?${NOVEMBER}&outcome=maybe`, 'outcome'],
    [`/exports/pdf?${NOVEMBER}&by=team`, 'format'],
    [`/reuse/ledger?${NOVEMBER}&months=0`, 'months'],
    [`/reuse/ledger?${NOVEMBER}&buildCost=-1`, 'buildCost'],
  ])('refuses %s', async (path, message) => {
    const answer = await cost.ask<{ error: { message: string } }>(
      ADA,
      'GET',
      path,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });

  it('answers nobody who is nobody', async () => {
    for (const path of ['/overview', '/exports/csv', '/calls']) {
      const { status } = await cost.ask(
        undefined,
        'GET',
        `${path}?${NOVEMBER}${path === '/exports/csv' ? '&by=team' : ''}`,
      );
      expect(status).toBe(401);
    }
  });
});
