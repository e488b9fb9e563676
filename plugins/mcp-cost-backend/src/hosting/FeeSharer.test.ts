import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { systemScope } from '../access';
import type { CatalogSnapshot, DirectoryServer } from '../catalog';
import { createPriceBooks } from '../prices/createPriceBooks';
import { DatabasePriceStore } from '../prices/DatabasePriceStore';
import { DatabaseRepricingStore } from '../prices/DatabaseRepricingStore';
import { Repricer } from '../prices/Repricer';
import { DatabaseRollupRunner } from '../rollups/DatabaseRollupRunner';
import { DatabaseRollupWriter } from '../rollups/DatabaseRollupWriter';
import { readTotal } from '../rollups/__testUtils__/readSums';
import { DAY_MS, parseDay } from '../time/days';
import { DatabaseUsageStore } from '../usage';
import { anEntry } from '../usage/__testUtils__/entries';
import { DatabaseHostingStore } from './DatabaseHostingStore';
import { FeeSharer } from './FeeSharer';
import { MONTH_SHARE } from './toEntries';

const SCOPE = systemScope('test');
const SERVER = 'api:default/billing';
const OWNER = 'group:default/owners';
const A = 'group:default/a';
const B = 'group:default/b';
const NOVEMBER = parseDay('2026-11-01', 'day');
const UNIT = 1_000_000_000n;

describeOnBothDatabases('FeeSharer', createKnex => {
  let knex: Knex;
  let today: number;
  let servers: Map<string, DirectoryServer>;
  let usage: DatabaseUsageStore;
  let prices: DatabasePriceStore;
  let store: DatabaseHostingStore;
  let sharer: FeeSharer;
  let runner: DatabaseRollupRunner;
  let repricer: Repricer;
  let repricings: DatabaseRepricingStore;

  beforeEach(async () => {
    knex = await createKnex();
    today = NOVEMBER + 9;
    servers = new Map([
      [
        SERVER,
        {
          ref: SERVER,
          title: 'Billing',
          ownerRef: OWNER,
          remotes: [],
          visibility: 'organisation',
          sample: false,
        },
      ],
    ]);
    const now = () => new Date(today * DAY_MS + 3_600_000);
    const logger = mockServices.logger.mock();
    const rollupWriter = new DatabaseRollupWriter({ knex });
    const priceBooks = createPriceBooks({ knex, now });
    usage = new DatabaseUsageStore({ knex });
    prices = new DatabasePriceStore({ knex, now });
    store = new DatabaseHostingStore({ knex, rollupWriter });
    repricings = new DatabaseRepricingStore({ knex, now });
    runner = new DatabaseRollupRunner({
      knex,
      now,
      logger,
      writer: rollupWriter,
    });
    const catalog = {
      readAt: now(),
      servers,
      agents: new Map(),
      teams: new Map([[OWNER, {}]]),
      teamsBelow: () => [],
    } as unknown as CatalogSnapshot;
    sharer = new FeeSharer({
      store,
      prices,
      priceBooks,
      usage,
      directory: { current: async () => catalog, membersOf: async () => [] },
      now,
    });
    repricer = new Repricer({
      knex,
      repricings,
      priceBooks,
      rollupWriter,
      shareFees: job => sharer.shareForJob(SCOPE, job),
      logger,
    });
  });

  const setFee = (perUnit: string, validFrom: number) =>
    prices.add(SCOPE, {
      subject: { kind: 'hosting-month', serverRef: SERVER },
      amounts: { perUnit },
      validFrom,
    });

  let sent = 0;
  async function call(teamRef: string, count: number, day: number) {
    sent += 1;
    await usage.append(SCOPE, {
      source: 'usage',
      receivedFrom: 'key',
      receivedAtMs: day * DAY_MS,
      priceVersion: await prices.version(SCOPE),
      entries: Array.from({ length: count }, (_, index) =>
        anEntry(`${sent} ${index}`, {
          occurredAtMs: day * DAY_MS,
          costNanos: 0n,
          attribution: { teamRef },
        }),
      ),
    });
    await runner.catchUp();
  }

  /** What teams pay for hosting in the sums. */
  async function paid(): Promise<Record<string, bigint>> {
    const rows: { team_ref: string; cost: string }[] = await knex(
      'usage_team_days',
    )
      .where('kind', 'hosting')
      .groupBy('team_ref')
      .havingRaw('SUM(cost_nanos) <> 0')
      .select('team_ref', knex.raw('CAST(SUM(cost_nanos) AS TEXT) AS cost'));
    return Object.fromEntries(
      rows.map(({ team_ref: team, cost }) => [team, BigInt(cost)]),
    );
  }

  it('covers the calls that nothing else prices, from the first day of a fee', async () => {
    await usage.append(SCOPE, {
      source: 'usage',
      receivedFrom: 'key',
      receivedAtMs: today * DAY_MS,
      priceVersion: await prices.version(SCOPE),
      entries: [NOVEMBER, NOVEMBER + 4, NOVEMBER + 5].map(day =>
        anEntry(`unpriced ${day}`, {
          occurredAtMs: day * DAY_MS,
          costNanos: undefined,
          priceId: undefined,
          attribution: { teamRef: A },
        }),
      ),
    });
    await runner.catchUp();
    const { priceId } = await setFee('300', NOVEMBER + 4);
    await repricer.catchUp();
    expect(await readTotal(knex)).toMatchObject({
      unpriced_events: '1',
      // Six days of thirty.
      cost_nanos: String(60n * UNIT),
    });
    expect(await knex('usage_events').where('price_id', priceId)).toHaveLength(
      2,
    );
    expect(
      (await repricings.list(SCOPE, { limit: 1, offset: 0 })).items,
    ).toEqual([
      expect.objectContaining({
        state: 'done',
        costAfterNanos: String(60n * UNIT),
      }),
    ]);
  });

  it('shares what has accrued by calls, and again when these move', async () => {
    await setFee('30', NOVEMBER);
    await call(A, 3, NOVEMBER + 1);
    await call(B, 1, NOVEMBER + 8);
    await sharer.shareAll(SCOPE);
    expect(await paid()).toEqual({
      [A]: (15n * UNIT) / 2n,
      [B]: (5n * UNIT) / 2n,
    });

    // Late, and of another month.
    await call(B, 2, NOVEMBER + 2);
    await call(B, 5, NOVEMBER - 1);
    await sharer.shareAll(SCOPE);
    expect(await paid()).toEqual({ [A]: 5n * UNIT, [B]: 5n * UNIT });

    today = NOVEMBER + 35;
    await sharer.shareAll(SCOPE);
    // The month is over and was paid; in the next nobody called.
    // Six of the 31 days of December; each of the first took what rounding left.
    const december = ((30n * UNIT) / 31n + 1n) * 6n;
    expect(await paid()).toEqual({
      [A]: 15n * UNIT,
      [B]: 15n * UNIT,
      [OWNER]: december,
    });
    expect((await readTotal(knex)).cost_nanos).toBe(
      String(30n * UNIT + december),
    );
  });

  it('touches nothing that has not moved', async () => {
    await setFee('30', NOVEMBER);
    await call(A, 3, NOVEMBER + 1);
    await sharer.shareAll(SCOPE);
    const batches = await knex('usage_batches').where('source', 'hosting');
    await sharer.shareAll(SCOPE);
    expect(await knex('usage_batches').where('source', 'hosting')).toEqual(
      batches,
    );
    expect(
      await knex('usage_consumers')
        .where('kind', 'hosting')
        .select('server_ref', 'unit', 'agent', 'environment'),
    ).toEqual([
      {
        server_ref: SERVER,
        unit: MONTH_SHARE,
        agent: 'component:default/invoice-agent',
        environment: 'production',
      },
    ]);
  });

  it('charges the owner what nobody uses, and nobody where there is no owner', async () => {
    await setFee('30', NOVEMBER);
    await sharer.shareAll(SCOPE);
    expect(await paid()).toEqual({ [OWNER]: 10n * UNIT });
    servers.clear();
    await sharer.shareAll(SCOPE);
    expect(await paid()).toEqual({ '': 10n * UNIT });
  });

  it('follows a changed fee, and tells what that did', async () => {
    await call(A, 1, NOVEMBER + 1);
    const { priceId } = await setFee('30', NOVEMBER);
    await repricer.catchUp();
    expect(await paid()).toEqual({ [A]: 10n * UNIT });
    await setFee('60', NOVEMBER + 5);
    await repricer.catchUp();
    expect(await paid()).toEqual({ [A]: 15n * UNIT });
    await prices.remove(SCOPE, priceId);
    await repricer.catchUp();
    expect(await paid()).toEqual({ [A]: 10n * UNIT });
    const { items } = await repricings.list(SCOPE, { limit: 10, offset: 0 });
    expect(
      items.map(({ state, costBeforeNanos, costAfterNanos }) => [
        state,
        costBeforeNanos,
        costAfterNanos,
      ]),
    ).toEqual([
      ['done', '15000000000', '10000000000'],
      ['done', '10000000000', '15000000000'],
      ['done', '0', '10000000000'],
    ]);
  });

  it('leaves months alone of which events were deleted', async () => {
    await setFee('30', NOVEMBER - 31);
    await sharer.shareAll(SCOPE);
    const before = await paid();
    await knex('usage_rollup_state').update({
      kept_from: (NOVEMBER - 10) * DAY_MS,
    });
    await call(A, 1, NOVEMBER - 5);
    await sharer.shareAll(SCOPE);
    expect(await paid()).toEqual(before);
  });

  it('does not put two shares of a month in place', async () => {
    await setFee('30', NOVEMBER);
    await call(A, 1, NOVEMBER + 1);
    await Promise.all([sharer.shareAll(SCOPE), sharer.shareAll(SCOPE)]);
    expect(await paid()).toEqual({ [A]: 10n * UNIT });
    expect(
      await knex('usage_batches').where({ source: 'hosting' }),
    ).toHaveLength(1);
  });
});
