import { gzipSync } from 'node:zlib';

import type { CostPage, FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  ADA,
  FRANK,
  LOGISTICS,
  PAYMENTS,
  PETRA,
} from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';
import { readTotal } from '../rollups/__testUtils__/readSums';
import { parseDay } from '../time/days';
import { csvOf } from './__testUtils__/csvOf';

const LEFT = '11111111-1111-4111-8111-111111111111';
const OCTOBER = parseDay('2026-10-01', 'day');

describeOnBothDatabases('imports of bills', createKnex => {
  let knex: Knex;
  let cost: TestCost;

  async function start(focus: object = {}) {
    knex = await createKnex();
    cost = await startTestCost(knex, {
      config: { mcpCost: { focus } } as never,
    });
  }
  afterEach(async () => {
    await cost.backend.stop();
  });

  const upload = (
    body: string | Uint8Array,
    options: { by?: string; type?: string; query?: string } = {},
  ) =>
    cost.ask<FocusImport>(
      options.by ?? ADA,
      'POST',
      `/focus-imports${options.query ?? ''}`,
      body,
      { 'content-type': options.type ?? 'text/csv' },
    );

  async function finished(id: string): Promise<FocusImport> {
    for (;;) {
      const { body } = await cost.ask<FocusImport>(
        ADA,
        'GET',
        `/focus-imports/${id}`,
      );
      if (body.finishedAt) {
        return body;
      }
    }
  }

  async function imported(body: string | Uint8Array): Promise<FocusImport> {
    const begun = await upload(body);
    expect(begun.status).toBe(202);
    return finished(begun.body.id);
  }

  /** What teams pay, by day. */
  async function paid(): Promise<Record<string, string>> {
    const rows: { team_ref: string; day: number; cost: string }[] = await knex(
      'usage_team_days',
    )
      .where('events', '>', 0)
      .groupBy('team_ref', 'day')
      .select(
        'team_ref',
        'day',
        knex.raw('CAST(SUM(cost_nanos) AS TEXT) AS cost'),
      );
    return Object.fromEntries(
      rows.map(({ team_ref: team, day, cost: nanos }) => [
        `${team} ${day - OCTOBER + 1}`,
        nanos,
      ]),
    );
  }

  it('charges teams what was used, by tag, agent, sub account and server', async () => {
    await start({ subAccounts: [{ id: 'sub-7', team: 'Logistics' }] });
    const done = await imported(
      csvOf([
        {},
        { EffectiveCost: '0.5', ChargePeriodStart: '2026-10-05T13:00:00Z' },
        { EffectiveCost: '2', Tags: '{"user:team":"logistics"}' },
        { EffectiveCost: '4', Tags: '(null)', SubAccountId: 'sub-7' },
        { EffectiveCost: '8', Tags: '{"agent":"Clerk"}' },
        { EffectiveCost: '16', Tags: '', ResourceId: 'com.example/ledger' },
        { EffectiveCost: '32', Tags: '{"team":"nobody"}' },
        {
          EffectiveCost: '-0.25',
          ChargeClass: 'Correction',
          ChargePeriodStart: '2026-09-30T00:00:00Z',
        },
      ]),
    );
    expect(done).toEqual({
      id: expect.any(String),
      state: 'done',
      version: '1.0',
      bytesRead: done.bytesTotal,
      bytesTotal: expect.any(Number),
      rowsRead: 8,
      rowsAccepted: 8,
      rowsRefused: 0,
      refusals: [],
      periods: [
        {
          provider: 'Cloud Inc.',
          start: '2026-10-01T00:00:00.000Z',
          end: '2026-11-01T00:00:00.000Z',
          replaced: false,
        },
      ],
      costNanos: '63750000000',
      unattributedNanos: '32000000000',
      by: ADA,
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
    });
    expect(await paid()).toEqual({
      [`${PAYMENTS} 0`]: '-250000000',
      ' 5': '32000000000',
      [`${LOGISTICS} 5`]: '6000000000',
      [`${PAYMENTS} 5`]: '26000000000',
    });
    expect((await readTotal(knex)).cost_nanos).toBe(done.costNanos);
    expect(
      await knex('usage_consumers')
        .whereNot('server_ref', '')
        .first('server_ref', 'unit', 'provider', 'kind'),
    ).toEqual({
      server_ref: 'api:default/ledger',
      unit: 'Compute',
      provider: 'Cloud',
      kind: 'charge',
    });
  });

  it('refuses days before there were such bills', async () => {
    await start();
    const { rowsRefused, refusals } = await imported(
      csvOf([
        {},
        { ChargePeriodStart: '1969-12-31T05:00:00Z' },
        {
          BillingPeriodStart: '0001-01-01T00:00:00Z',
          BillingPeriodEnd: '0001-02-01T00:00:00Z',
        },
      ]),
    );
    expect(rowsRefused).toBe(2);
    expect(refusals[0].message).toContain('ChargePeriodStart is 1969-12-31');
    const { body } = await cost.ask(ADA, 'POST', '/status/check');
    expect(body).toMatchObject({ check: { equal: true } });
  });

  it('reads what other programs write: packed, marked, quoted, newer', async () => {
    await start();
    const csv = `\uFEFF${csvOf([
      {
        ServiceProviderName: 'Model Maker',
        Tags: '{"team": "payments",\n "note": "a \\"b\\", c"}',
        x_Own: 'one\ntwo',
        SomeColumnOf14: '(null)',
        EffectiveCost: '0.0000000004',
      },
      { EffectiveCost: '1.1E-9', BillingPeriodStart: '2026-10-01 00:00:00' },
    ])}\r\n`;
    const done = await imported(gzipSync(csv));
    expect(done).toMatchObject({
      state: 'done',
      version: '1.3',
      rowsAccepted: 2,
      refusals: [],
      costNanos: '2',
    });
  });

  it('refuses row by row what is wrong, and keeps the rest', async () => {
    await start();
    const done = await imported(
      csvOf([
        { BillingCurrency: 'EUR' },
        {},
        { EffectiveCost: 'a lot' },
        { EffectiveCost: '1e30' },
        { ChargePeriodStart: 'yesterday' },
        { ChargePeriodStart: '2100-01-01' },
        { Tags: '[1]' },
        { BillingAccountId: '(null)' },
        { BillingPeriodEnd: '2026-09-01T00:00:00Z' },
      ]).concat('\n1,2,3\n"a"b,2'),
    );
    expect(done).toMatchObject({
      state: 'done',
      rowsRead: 11,
      rowsAccepted: 1,
      rowsRefused: 10,
      costNanos: '1500000000',
    });
    const reasons = done.refusals.map(
      ({ line, message }) => `${line}: ${message}`,
    );
    expect(reasons.sort()).toEqual([
      expect.stringMatching(/^10: The billing period ends before/),
      expect.stringMatching(/^11: There are 3 values for 16 columns/),
      expect.stringMatching(/^12: There are 2 values/),
      expect.stringMatching(
        /^2: BillingCurrency is "EUR", and all money .*USD/,
      ),
      expect.stringMatching(/^4: EffectiveCost is "a lot"/),
      expect.stringMatching(/^5: .*more than any bill/),
      expect.stringMatching(/^6: ChargePeriodStart is "yesterday"/),
      expect.stringMatching(/^7: ChargePeriodStart is after/),
      expect.stringMatching(/^8: Tags is no JSON object/),
      expect.stringMatching(/^9: BillingAccountId has no value/),
    ]);
  });

  it('replaces a billing period as a whole, and only that', async () => {
    await start();
    const november = {
      BillingPeriodStart: '2026-11-01T00:00:00Z',
      BillingPeriodEnd: '2026-12-01T00:00:00Z',
      ChargePeriodStart: '2026-11-02T00:00:00Z',
    };
    await imported(csvOf([{}, { EffectiveCost: '7' }, november]));
    await imported(csvOf([{ InvoiceIssuerName: 'Other', EffectiveCost: '3' }]));
    const again = await imported(csvOf([{ EffectiveCost: '2' }]));
    expect(again.periods).toMatchObject([{ replaced: true }]);
    expect(await paid()).toEqual({
      [`${PAYMENTS} 5`]: '5000000000',
      [`${PAYMENTS} 33`]: '1500000000',
    });
    expect((await readTotal(knex)).events).toBe('3');
    expect(await knex('usage_events')).toHaveLength(3);
    expect(
      (await knex('usage_batches').select('state')).map(({ state }) => state),
    ).toEqual(['rolled', 'rolled', 'rolled']);
  });

  it('lets corrections alone replace corrections, and no whole bill', async () => {
    await start();
    const correction = (EffectiveCost: string) =>
      csvOf([{ EffectiveCost, ChargeClass: 'Correction' }]);
    await imported(correction('-1'));
    expect(await imported(correction('-2'))).toMatchObject({ state: 'done' });
    expect(Object.values(await paid())).toEqual(['-2000000000']);
    await imported(csvOf([{}, { ChargeClass: 'Correction' }]));
    expect(Object.values(await paid())).toEqual(['3000000000']);
    const refused = await imported(correction('-2'));
    expect(refused.state).toBe('failed');
    expect(refused.error).toContain('only corrections');
    expect(Object.values(await paid())).toEqual(['3000000000']);
  });

  it('leaves what was there when an import fails', async () => {
    await start();
    await imported(csvOf([{}]));
    const before = await paid();
    const why = async (body: string | Uint8Array) => {
      const { state, error } = await imported(body);
      return `${state}: ${error}`;
    };
    expect(await why('')).toMatch(/failed: The file is empty/);
    expect(
      await why(csvOf([{}], ['BilledCost', 'BillingCurrency', 'Tags'])),
    ).toMatch(
      /failed: .*lacks BillingAccountId, BillingPeriodStart.*EffectiveCost, InvoiceIssuerName or/,
    );
    expect(await why(csvOf([{ BillingCurrency: 'EUR' }]))).toMatch(
      /failed: No row could be taken/,
    );
    expect(await why(csvOf([]))).toMatch(/failed: The bill has no rows/);
    expect(await why(`${csvOf([{}, {}])}\n"open,`)).toMatch(
      /failed: The file is no whole CSV: Quote Not Closed/,
    );
    expect(await why(`${csvOf([{}])}\n${'x'.repeat(2_000_000)}`)).toMatch(
      /failed: The file is no whole CSV: Max Record Size/,
    );
    const packed = gzipSync(csvOf(Array.from({ length: 5_000 }, () => ({}))));
    expect(await why(packed.subarray(0, packed.length - 20))).toMatch(
      /failed: The file can't be unpacked/,
    );
    expect(await paid()).toEqual(before);
    expect(await knex('usage_events')).toHaveLength(1);
    expect(await knex('usage_batches').where('state', 'staged')).toEqual([]);
  });

  it('fails what was left by a portal that ended, and cleans up after it', async () => {
    await start();
    const kept = await imported(csvOf([{}]));
    const long = Date.now() - 3_600_000;
    await knex('focus_imports').insert({
      ...(await knex('focus_imports').where('id', kept.id).first()),
      id: LEFT,
      state: 'reading',
      finished_at: null,
      seen_at: long,
    });
    await knex('focus_bills').insert({
      ...(await knex('focus_bills').first()),
      id: 'left-bill',
      focus_import_id: LEFT,
      state: 'staged',
    });
    const [{ id: batchId }] = await knex('usage_batches').insert(
      {
        source: 'focus',
        received_from: 'x',
        received_at: long,
        state: 'staged',
        import_id: 'left-bill',
        events: 1,
      },
      'id',
    );
    await knex('usage_events').insert({
      ...(await knex('usage_events').first()),
      key: '00000000-0000-0000-0000-000000000001',
      batch_id: batchId,
    });
    const before = await readTotal(knex);
    await cost.scheduler.triggerTask('mcp-cost-focus-imports');
    const { body } = await cost.ask<FocusImport>(
      ADA,
      'GET',
      `/focus-imports/${LEFT}`,
    );
    expect(body).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('The portal ended'),
    });
    expect(await knex('usage_events')).toHaveLength(1);
    expect(await knex('usage_batches')).toHaveLength(1);
    expect(await readTotal(knex)).toEqual(before);
  });

  it('takes no bill of which charges are no longer kept, and replaces none', async () => {
    await start();
    await imported(
      csvOf([{}, { ChargePeriodStart: '2026-08-01', EffectiveCost: '-1' }]),
    );
    const before = await paid();
    await knex('usage_rollup_state').update({
      kept_from: parseDay('2026-09-01', 'day') * 86_400_000,
    });
    const again = await imported(csvOf([{ EffectiveCost: '2' }]));
    expect(again).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('has charges of 2026-08-01'),
    });
    expect(await paid()).toEqual(before);
    const other = await imported(
      csvOf([
        {
          BillingAccountId: 'other',
          ChargePeriodStart: '2026-08-01',
          EffectiveCost: '9',
        },
      ]),
    );
    expect(other.state).toBe('done');
    expect((await paid())[`${PAYMENTS} 1`]).toBe('9000000000');
    await knex('usage_rollup_state').update({
      kept_from: parseDay('2026-10-02', 'day') * 86_400_000,
    });
    const old = await imported(csvOf([{}]));
    expect(old.refusals[0].message).toContain('began before 2026-10-02');
  });

  it('reads many rows in pieces', async () => {
    await start();
    const rows = Array.from({ length: 12_000 }, (_, index) => ({
      EffectiveCost: '0.0000000015',
      ServiceName: `Service ${index % 6_000}`,
    }));
    const done = await imported(csvOf(rows));
    expect(done).toMatchObject({ rowsAccepted: 12_000, costNanos: '18000' });
    expect((await readTotal(knex)).cost_nanos).toBe('18000');
  });

  it('is for those who may price, and for files of the right kind', async () => {
    await start();
    const csv = csvOf([{}]);
    expect((await upload(csv, { by: PETRA })).status).toBe(403);
    expect((await cost.ask(FRANK, 'GET', '/focus-imports')).status).toBe(403);
    const { body } = await upload(csv, { query: '?fileName=October.csv' });
    expect(
      (await cost.ask(PETRA, 'GET', `/focus-imports/${body.id}`)).status,
    ).toBe(403);
    await finished(body.id);
    expect((await upload('{}', { type: 'application/json' })).status).toBe(400);
    const unknown = '00000000-0000-0000-0000-000000000000';
    expect(
      (await cost.ask(ADA, 'GET', `/focus-imports/${unknown}`)).status,
    ).toBe(404);
    const list = async (query: string) =>
      cost.ask<CostPage<FocusImport>>(ADA, 'GET', `/focus-imports${query}`);
    expect((await list('?search=october')).body).toMatchObject({
      totalItems: 1,
      items: [{ fileName: 'October.csv' }],
    });
    expect((await list('?search=may')).body.totalItems).toBe(0);
    expect((await list('?limit=0')).status).toBe(400);
    expect((await list('?limit=1&limit=2')).status).toBe(400);
  });
});
