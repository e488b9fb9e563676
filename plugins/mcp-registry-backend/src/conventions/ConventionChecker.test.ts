import type { ConventionReport } from '@mcp-portal/mcp-contract';

import { systemScope } from '../access';
import { createServers } from '../__testUtils__/createServers';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { memberScope, NOW } from '../__testUtils__/samples';
import type { GoodAnswer } from '../introspection/AnswerListener';
import { ConventionChecker } from './ConventionChecker';
import { DatabaseConventionStore } from './DatabaseConventionStore';
import type { ConventionsConfig } from './readConventionsConfig';

const system = systemScope();
const BILLING = 'api:default/billing';
const HOUR_MS = 60 * 60_000;
const hours = (number: number) => new Date(NOW.getTime() + number * HOUR_MS);

describeOnBothDatabases('ConventionChecker', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const servers = createServers(knex);
    await servers.add('billing');
    const store = new DatabaseConventionStore({ knex });
    const keepCheck = jest.spyOn(store, 'keepCheck');
    const countTokens = jest.fn(async () => 1234);
    let now = NOW;
    const createChecker = (config: Partial<ConventionsConfig> = {}) =>
      new ConventionChecker({
        store,
        config: { settings: {}, probeUnknownTool: true, ...config },
        countTokens,
        now: () => now,
      });
    const usual = createChecker();
    return {
      knex,
      servers,
      store,
      countTokens,
      createChecker,
      checker: usual,
      /** How often a report was worked out. */
      checks: () =>
        keepCheck.mock.calls.filter(([, , , check]) => check).length,
      setNow: (at: Date) => {
        now = at;
      },
      async answer(
        tools: Record<string, string>,
        more: Partial<GoodAnswer> = {},
        checker = usual,
      ) {
        const good = { ...(await servers.offer('billing', tools)), ...more };
        await checker.answered(system, BILLING, good);
        return good;
      },
      report: async () =>
        (await store.get(system, BILLING, new Date(0)))?.report,
    };
  }

  const outcomeOf = (report: ConventionReport | undefined, id: string) =>
    report?.conventions.find(convention => convention.id === id)?.outcome;

  it('keeps how far a server keeps the conventions, and what its tools cost', async () => {
    const { answer, report, store } = await setUp();
    expect(await report()).toBeUndefined();
    await answer({ charge: 'Charges a customer', refund: '' });
    const kept = await store.get(system, BILLING, new Date(0));
    expect(kept).toMatchObject({
      checkedAt: NOW.toISOString(),
      trend: [{ day: '2026-01-21', score: kept?.report.score }],
      report: { toolListTokens: 1234 },
    });
    expect(outcomeOf(kept?.report, 'tool-described')).toBe('broken');
    expect(kept?.report.findings).toContainEqual(
      expect.objectContaining({ convention: 'tool-described', tool: 'refund' }),
    );
  });

  it('works nothing out again while nothing changed', async () => {
    const { answer, checks, countTokens, store, setNow } = await setUp();
    await answer({ charge: 'Charges' });
    setNow(hours(1));
    await answer({ charge: 'Charges' });
    expect(checks()).toBe(1);
    expect(countTokens).toHaveBeenCalledTimes(1);
    expect((await store.get(system, BILLING, NOW))?.checkedAt).toBe(
      hours(1).toISOString(),
    );
  });

  it('checks anew what became known, and counts the same tools once', async () => {
    const { answer, checks, countTokens, report, servers } = await setUp();
    const { snapshot } = await answer({ charge: 'Charges' });
    expect(outcomeOf(await report(), 'server-version')).toBe('skipped');
    await servers.publish('billing', '2.0.0', snapshot);
    await answer({ charge: 'Charges' });
    expect(outcomeOf(await report(), 'server-version')).toBe('broken');
    await answer(
      { charge: 'Charges' },
      { serverInfo: { name: 'stub', version: '2.0.0' } },
    );
    expect(outcomeOf(await report(), 'server-version')).toBe('kept');
    expect(checks()).toBe(3);
    expect(countTokens).toHaveBeenCalledTimes(1);
    await answer({ charge: 'Charges more' });
    expect(countTokens).toHaveBeenCalledTimes(2);
  });

  it('checks anew when the platform team changes its mind', async () => {
    const { answer, createChecker, report } = await setUp();
    await answer({ a: '' });
    expect(outcomeOf(await report(), 'tool-described')).toBe('broken');
    const settings = { 'tool-described': { severity: 'off' as const } };
    await answer({ a: '' }, {}, createChecker({ settings }));
    expect(outcomeOf(await report(), 'tool-described')).toBeUndefined();
  });

  it('has a server tried once a day, and when it offers something new', async () => {
    const { answer, checker, setNow } = await setUp();
    const trial = () => checker.trialOf(system, BILLING);
    expect(await trial()).toEqual({ unknownTool: true });
    const { snapshot } = await answer(
      { a: 'x' },
      { unknownTool: { kind: 'error', code: -32602 } },
    );
    setNow(hours(23));
    expect(await trial()).toEqual({
      unknownTool: true,
      unlessSnapshot: snapshot.sha256,
    });
    setNow(hours(25));
    expect(await trial()).toEqual({ unknownTool: true });
  });

  it('tries no unknown tool when the operator does not want it', async () => {
    const { createChecker } = await setUp();
    const checker = createChecker({ probeUnknownTool: false });
    expect((await checker.trialOf(system, BILLING)).unknownTool).toBe(false);
  });

  it('remembers what a trial told while the server offers the same', async () => {
    const { answer, report } = await setUp();
    await answer(
      { a: 'x' },
      {
        unknownTool: { kind: 'result', isError: true },
        auth: 'undeclared',
      },
    );
    await answer({ a: 'x' });
    expect(outcomeOf(await report(), 'unknown-tool-refused')).toBe('broken');
    expect(outcomeOf(await report(), 'auth-declared')).toBe('broken');
    await answer({ b: 'x' });
    expect(outcomeOf(await report(), 'unknown-tool-refused')).toBe('skipped');
    expect(outcomeOf(await report(), 'auth-declared')).toBe('skipped');
  });

  it('keeps the last score of each day, for 90 days', async () => {
    const { answer, store, setNow, knex } = await setUp();
    await answer({ a: '' });
    await answer({ a: 'Described' });
    for (const days of [1, 89, 91]) {
      setNow(hours(days * 24));
      await answer({ a: 'Described' });
    }
    const kept = await knex('convention_days').orderBy('day');
    expect(kept.map(({ day }) => day)).toEqual([
      '2026-01-22',
      '2026-04-20',
      '2026-04-22',
    ]);
    const { report, trend } = (await store.get(system, BILLING, NOW))!;
    expect(trend.at(-1)).toEqual({ day: '2026-04-22', score: report.score });
    const later = await store.get(system, BILLING, hours(24 * 90));
    expect(later?.trend).toHaveLength(1);
  });

  it('neither reads nor writes outside the scope', async () => {
    const { answer, store, servers, checker } = await setUp();
    await servers.add('billing', { visibility: 'team' });
    const stranger = memberScope('group:default/logistics');
    const good = await servers.offer('billing', { a: 'x' });
    await checker.answered(stranger, BILLING, good);
    expect(await store.get(system, BILLING, NOW)).toBeUndefined();
    await store.keepTrial(stranger, BILLING, {
      snapshot: good.snapshot.sha256,
      triedAt: NOW.toISOString(),
    });
    expect((await store.basis(system, BILLING))?.trial).toBeUndefined();
    await answer({ a: 'x' });
    expect(await store.get(stranger, BILLING, NOW)).toBeUndefined();
    const owner = memberScope('group:default/payments');
    expect(await store.get(owner, BILLING, NOW)).toBeDefined();
  });
});
