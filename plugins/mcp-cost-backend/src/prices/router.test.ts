import type {
  CostPage,
  Price,
  PriceRequest,
  Repricing,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { ADA, FIONA, FRANK, PETRA } from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';
import { dayOf, dayText } from '../time/days';

const TODAY = dayOf(Date.now());
const LEDGER = 'api:default/ledger';
const VAULT = 'api:default/vault';

const request = (changes: Partial<PriceRequest> = {}): PriceRequest => ({
  subject: { kind: 'tool-call', serverRef: LEDGER },
  amounts: { perUnit: '0.002' },
  validFrom: dayText(TODAY - 10),
  ...changes,
});

type PriceList = CostPage<Price> & { mayChange: boolean; currency: string };

describeOnBothDatabases('the price book', createKnex => {
  let knex: Knex;
  let cost: TestCost;

  async function start(config?: Parameters<typeof startTestCost>[1]) {
    knex = await createKnex();
    cost = await startTestCost(knex, config);
  }
  afterEach(async () => {
    await cost.backend.stop();
  });

  const set = (body: unknown, by = ADA) =>
    cost.ask(by, 'POST', '/prices', body);
  const list = async (by = ADA, query = '') =>
    (await cost.ask<PriceList>(by, 'GET', `/prices${query}`)).body;

  it('keeps what is set, and says until when it holds', async () => {
    await start();
    const first = await set(
      request({ subject: { kind: 'tool-call', serverRef: 'Ledger' } }),
    );
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      id: expect.any(Number),
      subject: { kind: 'tool-call', serverRef: LEDGER },
      amounts: { perUnit: '0.002' },
      validFrom: dayText(TODAY - 10),
      source: 'api',
      createdBy: ADA,
      createdAt: expect.stringMatching(/Z$/),
    });
    const next = await set(
      request({
        amounts: { perUnit: '0.0030' },
        validFrom: dayText(TODAY - 2),
        note: 'dearer',
      }),
    );
    expect(next.body.amounts).toEqual({ perUnit: '0.003' });
    const all = await list();
    expect(all).toMatchObject({
      totalItems: 2,
      mayChange: true,
      currency: 'USD',
    });
    expect(all.items.map(({ validTo }) => validTo)).toEqual([
      undefined,
      dayText(TODAY - 2),
    ]);
    const then = await list(ADA, `?at=${dayText(TODAY - 3)}`);
    expect(then.items.map(({ id }) => id)).toEqual([first.body.id]);
    expect((await list(ADA, '?search=DEARER')).totalItems).toBe(1);
    expect((await list(ADA, '?search=100%25')).totalItems).toBe(0);
    expect((await list(ADA, '?serverRef=freight')).totalItems).toBe(0);
    expect((await list(ADA, '?limit=1&offset=1')).items).toHaveLength(1);
  });

  it('refuses what is no price, and says why', async () => {
    await start();
    const why = async (changes: object) => {
      const { status, body } = await set({ ...request(), ...changes });
      return `${status} ${(body.error as { message: string }).message}`;
    };
    const perUnit = (amount: unknown) => ({ amounts: { perUnit: amount } });
    expect(await why(perUnit('1e30'))).toMatch(/400 .*is not an amount/);
    expect(await why(perUnit('-1'))).toMatch(/400 .*from 0 to 100000000/);
    expect(await why(perUnit('1.0000000001'))).toMatch(
      /400 .*10 decimal places/,
    );
    expect(await why(perUnit('9'.repeat(30)))).toMatch(/400 .*from 0 to/);
    expect(await why(perUnit(5))).toMatch(/^400/);
    expect(await why({ validFrom: '1970-01-01' })).toMatch(
      /400 .*begins between 2000-01-01 and/,
    );
    expect(await why({ validFrom: '2100-01-01' })).toMatch(
      /400 .*begins between/,
    );
    expect(await why({ validFrom: '2026-02-30' })).toMatch(/400 .*no day/);
    expect(
      await why({ subject: { kind: 'tool-call', serverRef: 'nowhere' } }),
    ).toMatch(/404 .*no server api:default\/nowhere/);
    expect(
      await why({ subject: { kind: 'model-tokens', model: 'a*b' } }),
    ).toMatch(/400 .*a \* stands at its end/);
    expect(
      await why({ subject: { kind: 'model-tokens', model: 'a' } }),
    ).toMatch(/400 .*no inputPerMillion/);
    expect(await why({ subject: { kind: 'unit' } })).toMatch(/^400/);
    expect(await why({ subject: { kind: 'gift' } })).toMatch(/^400/);
    expect(await why({ extra: 1 })).toMatch(/400 .*extra/);
    expect((await list()).totalItems).toBe(0);
  });

  it('lets nothing contradict what is set', async () => {
    await start();
    await set(request());
    const twice = await set(request({ amounts: { perUnit: '5' } }));
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('begins on');
    const same = await set(request({ validFrom: dayText(TODAY - 1) }));
    expect(same.status).toBe(409);
    expect(same.text).toContain('costs exactly that already');
    const [one, other] = await Promise.all([
      set(request({ amounts: { perUnit: '7' }, validFrom: dayText(TODAY) })),
      set(request({ amounts: { perUnit: '8' }, validFrom: dayText(TODAY) })),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
  });

  it('may be read by all, and changed by few', async () => {
    await start();
    await set(request());
    await set(request({ subject: { kind: 'tool-call', serverRef: VAULT } }));
    await set(
      request({
        subject: { kind: 'model-tokens', model: 'claude-*' },
        amounts: { inputPerMillion: '3', outputPerMillion: '15' },
      }),
    );
    expect((await list(PETRA)).totalItems).toBe(3);
    expect((await list(FIONA)).totalItems).toBe(3);
    const seenByFrank = await list(FRANK);
    expect(seenByFrank).toMatchObject({ totalItems: 2, mayChange: false });
    expect(JSON.stringify(seenByFrank)).not.toContain('vault');
    expect((await list(FRANK, '?search=vault')).totalItems).toBe(0);
    expect((await set(request(), FRANK)).status).toBe(403);
    expect((await cost.ask(FRANK, 'DELETE', '/prices/1')).status).toBe(403);
    // Whether a server is there is not told to who may not price it.
    const unknown = request({
      subject: { kind: 'hosting-hour', serverRef: 'x' },
    });
    expect((await set(unknown, FRANK)).status).toBe(403);
    expect((await cost.ask(undefined, 'GET', '/prices')).status).toBe(401);
  });

  it('takes a price back once', async () => {
    await start();
    const { body } = await set(request());
    const gone = await cost.ask<{ repricing: Repricing | null }>(
      ADA,
      'DELETE',
      `/prices/${body.id}`,
    );
    expect(gone).toMatchObject({ status: 200, body: { repricing: null } });
    expect((await list()).totalItems).toBe(0);
    const again = await cost.ask(ADA, 'DELETE', `/prices/${body.id}`);
    expect(again.status).toBe(404);
    expect((await set(request())).status).toBe(201);
  });

  it('reaches back no further than events are kept', async () => {
    await start();
    const { body: old } = await set(request());
    await knex('usage_rollup_state').update({
      kept_from: (TODAY - 5) * 86_400_000,
    });
    const early = await set(
      request({ amounts: { perUnit: '1' }, validFrom: dayText(TODAY - 6) }),
    );
    expect(early.status).toBe(400);
    expect(early.text).toContain(`Write ${dayText(TODAY - 5)} or later`);
    const back = await cost.ask(ADA, 'DELETE', `/prices/${old.id}`);
    expect(back.status).toBe(409);
    expect(back.text).toContain(`kept from ${dayText(TODAY - 5)}`);
  });

  it('raises the version with each change, and with nothing else', async () => {
    await start();
    const version = async () =>
      (await knex('price_book_state').first('version')).version;
    const before = await version();
    const { body } = await set(request());
    await set(request());
    expect(await version()).toBe(before + 1);
    await cost.ask(ADA, 'DELETE', `/prices/${body.id}`);
    expect(await version()).toBe(before + 2);
  });

  it('follows the config, which nobody overrides', async () => {
    const prices = (lines: object[]) => ({
      config: { mcpCost: { prices: lines } } as never,
    });
    const line = {
      ...request({ subject: { kind: 'tool-call', serverRef: 'not-yet' } }),
      amounts: { perUnit: 0.25 },
    };
    await start(prices([line]));
    const [kept] = (await list()).items;
    expect(kept).toMatchObject({
      subject: { serverRef: 'api:default/not-yet' },
      amounts: { perUnit: '0.25' },
      source: 'config',
      createdBy: 'config',
    });
    const remove = await cost.ask(ADA, 'DELETE', `/prices/${kept.id}`);
    expect(remove.status).toBe(409);
    await cost.backend.stop();

    cost = await startTestCost(knex, prices([line]));
    expect((await list()).items).toEqual([kept]);
    await cost.backend.stop();

    cost = await startTestCost(
      knex,
      prices([{ ...line, amounts: { perUnit: '0.5' } }]),
    );
    const changed = (await list()).items;
    expect(changed.map(({ amounts }) => amounts)).toEqual([{ perUnit: '0.5' }]);
    await cost.backend.stop();

    cost = await startTestCost(knex, prices([]));
    expect((await list()).items).toEqual([
      { ...changed[0], validTo: dayText(TODAY + 1) },
    ]);
  });

  it('does not start with a config that is wrong, and says where', async () => {
    await start();
    await expect(
      startTestCost(await createKnex(), {
        config: {
          mcpCost: {
            prices: [
              request() as never,
              { ...request(), amounts: { perUnit: 'a lot' } } as never,
            ],
          },
        },
      }),
    ).rejects.toThrow(/mcpCost.prices\[1\]: amounts.perUnit: "a lot"/);
  });
});
