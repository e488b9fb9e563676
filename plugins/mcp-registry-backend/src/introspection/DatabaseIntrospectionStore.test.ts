import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  aFailedAttempt,
  aGoodAttempt,
  aServer,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseIntrospectionStore } from './DatabaseIntrospectionStore';

const system = systemScope();
const REF = 'api:default/a';
const later = (ms: number) => new Date(NOW.getTime() + ms);

describeOnBothDatabases('DatabaseIntrospectionStore', createKnex => {
  async function setUp(names = ['a']) {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    await new DatabaseServerIndexStore({ knex, searchIndex }).put(
      system,
      names.map(name => aServer(name)),
      NOW,
    );
    return {
      knex,
      searchIndex,
      store: new DatabaseIntrospectionStore({ knex, searchIndex }),
    };
  }

  it('gives each due server to one of many who ask at once', async () => {
    const { store } = await setUp(['a', 'b', 'c']);
    const claimed = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.claimDue(system, NOW, later(60_000)),
      ),
    );
    expect(claimed.flatMap(server => server?.ref ?? []).sort()).toEqual([
      'api:default/a',
      'api:default/b',
      'api:default/c',
    ]);
  });

  it('gives a server again when the one who claimed it did not come back', async () => {
    const { store } = await setUp();
    expect(await store.claimDue(system, NOW, later(60_000))).toBeDefined();
    expect(
      await store.claimDue(system, later(59_999), later(120_000)),
    ).toBeUndefined();
    expect(
      await store.claimDue(system, later(60_000), later(120_000)),
    ).toBeDefined();
  });

  it('tells which servers were just made from a template', async () => {
    const { store, knex, searchIndex } = await setUp(['a']);
    const declared = { ...aServer('x').declared, createdFrom: 'template@1' };
    await new DatabaseServerIndexStore({ knex, searchIndex }).put(
      system,
      [
        aServer('made', { declared, lifecycle: 'experimental' }),
        aServer('ready', { declared }),
        aServer('other', { lifecycle: 'experimental' }),
      ],
      NOW,
    );
    const justMade = async (name: string) =>
      (await store.claim(system, `api:default/${name}`, NOW, later(60_000)))
        ?.justMade;
    expect(await justMade('made')).toBe(true);
    expect(await justMade('ready')).toBe(false);
    expect(await justMade('other')).toBe(false);
  });

  it('gives a server again when it is due, not before', async () => {
    const { store } = await setUp();
    await store.claimDue(system, NOW, later(60_000));
    await store.record(system, REF, aGoodAttempt({ t: 'x' }));
    expect(
      await store.claimDue(system, later(599_999), later(700_000)),
    ).toBeUndefined();
    expect(
      await store.claimDue(system, later(600_000), later(700_000)),
    ).toMatchObject({ ref: REF, lastGoodAt: NOW.toISOString(), failures: 0 });
  });

  it('keeps a snapshot once, however often and by whomever it is seen', async () => {
    const { store, knex } = await setUp(['a', 'b']);
    await store.record(system, REF, aGoodAttempt({ t: 'x' }));
    await store.record(
      system,
      REF,
      aGoodAttempt({ t: 'x' }, { startedAt: later(1000) }),
    );
    await store.record(system, 'api:default/b', aGoodAttempt({ t: 'x' }));
    expect(await knex('snapshots').select('sha256')).toHaveLength(1);
    expect(await store.listSnapshots(system, REF, {})).toMatchObject({
      totalItems: 1,
      items: [
        {
          firstSeenAt: NOW.toISOString(),
          lastSeenAt: later(1000).toISOString(),
          current: true,
          counts: { tools: 1 },
        },
      ],
    });
  });

  it('keeps every distinct snapshot, also the one that came back', async () => {
    const { store } = await setUp();
    await store.record(system, REF, aGoodAttempt({ one: 'x' }));
    await store.record(
      system,
      REF,
      aGoodAttempt({ two: 'x' }, { startedAt: later(1000) }),
    );
    await store.record(
      system,
      REF,
      aGoodAttempt({ one: 'x' }, { startedAt: later(2000) }),
    );
    const { items } = await store.listSnapshots(system, REF, {});
    expect(items).toMatchObject([
      {
        firstSeenAt: NOW.toISOString(),
        lastSeenAt: later(2000).toISOString(),
        current: true,
      },
      { firstSeenAt: later(1000).toISOString(), current: false },
    ]);
    const current = await store.getSnapshot(system, REF);
    expect(current?.contract.tools.map(tool => tool.name)).toEqual(['one']);
    const other = await store.getSnapshot(system, REF, items[1].snapshot);
    expect(other?.contract.tools.map(tool => tool.name)).toEqual(['two']);
    expect(
      await store.getSnapshot(system, REF, 'f'.repeat(64)),
    ).toBeUndefined();
  });

  it('tells apart what different credentials saw', async () => {
    const { store } = await setUp();
    await store.record(system, REF, aGoodAttempt({ one: 'x' }));
    await store.record(
      system,
      REF,
      aGoodAttempt({ one: 'x' }, { answer: { credential: 'reader' } }),
    );
    const { items } = await store.listSnapshots(system, REF, {});
    expect(items.map(item => item.credential).sort()).toEqual([
      'reader',
      undefined,
    ]);
  });

  it('keeps the last good contract through failures, and says that it is stale', async () => {
    const { store } = await setUp();
    expect(await store.getSnapshot(system, REF)).toBeUndefined();
    await store.record(system, REF, aGoodAttempt({ one: 'x' }));
    expect((await store.getSnapshot(system, REF))?.stale).toBe(false);
    await store.record(system, REF, aFailedAttempt());
    expect(await store.getSnapshot(system, REF)).toMatchObject({
      stale: true,
      contract: { tools: [{ name: 'one' }] },
    });
  });

  it('lists attempts newest first and forgets the oldest', async () => {
    const { store } = await setUp();
    for (let i = 0; i < 205; i++) {
      await store.record(
        system,
        REF,
        aFailedAttempt({ startedAt: later(i * 1000) }),
      );
    }
    const page = await store.listAttempts(system, REF, { limit: 2 });
    expect(page.totalItems).toBe(200);
    expect(page.items).toMatchObject([
      {
        startedAt: later(204_000).toISOString(),
        outcome: 'timeout',
        error: 'No answer within 20 s.',
      },
      { startedAt: later(203_000).toISOString() },
    ]);
  });

  it('counts attempts by day', async () => {
    const { store } = await setUp();
    const day = 24 * 3600 * 1000;
    await store.record(system, REF, aGoodAttempt({ t: 'x' }));
    await store.record(
      system,
      REF,
      aGoodAttempt({ t: 'x' }, { answer: { latencyMs: 24 } }),
    );
    await store.record(system, REF, aFailedAttempt({ startedAt: later(day) }));
    expect(await store.healthDays(system, REF, NOW)).toEqual([
      { day: '2026-01-21', ok: 2, failed: 0, meanLatencyMs: 18 },
      { day: '2026-01-22', ok: 0, failed: 1 },
    ]);
    expect(await store.healthDays(system, REF, later(day))).toHaveLength(1);

    await store.record(
      system,
      REF,
      aGoodAttempt({ t: 'x' }, { startedAt: later(90 * day) }),
    );
    const kept = await store.healthDays(system, REF, NOW);
    expect(kept.map(item => item.day)).toEqual(['2026-01-22', '2026-04-21']);
  });

  it('does not count against a server that nobody was allowed to ask', async () => {
    const { store } = await setUp();
    await store.record(
      system,
      REF,
      aFailedAttempt({
        answer: { outcome: 'refused', latencyMs: 0, error: 'Not listed.' },
      }),
    );
    expect(await store.healthDays(system, REF, NOW)).toEqual([]);
    expect((await store.listAttempts(system, REF, {})).totalItems).toBe(1);
  });

  it('keeps a contract with more words than a database indexes', async () => {
    const { store } = await setUp();
    const tools = Object.fromEntries(
      Array.from({ length: 400 }, (_, tool) => [
        `tool${tool}`,
        Array.from({ length: 380 }, (__, i) => `w${tool}x${i}abcde`).join(' '),
      ]),
    );
    await store.record(system, REF, aGoodAttempt(tools));
    expect(await store.getSnapshot(system, REF)).toMatchObject({
      counts: { tools: 400 },
    });
  });

  it('does not lose words when the catalog and the server change at once', async () => {
    const { store, knex } = await setUp();
    const searchIndex = new ServerSearchIndex({ knex });
    const index = new DatabaseServerIndexStore({ knex, searchIndex });
    const servers = new DatabaseServerStore({ knex, searchIndex });
    for (let round = 0; round < 20; round++) {
      await Promise.all([
        index.put(system, [aServer('a', { purpose: `wombat${round}` })], NOW),
        store.record(system, REF, aGoodAttempt({ [`quokka${round}`]: 'x' })),
      ]);
      const search = `wombat${round} quokka${round}`;
      expect([
        round,
        (await servers.list(system, { search })).totalItems,
      ]).toEqual([round, 1]);
    }
  });

  it('leaves nothing half written when a part of it fails', async () => {
    const { store, knex } = await setUp();
    const broken = aGoodAttempt({ t: 'x' });
    broken.answer.snapshot = {
      ...broken.answer.snapshot!,
      canonicalJson: null as unknown as string,
    };
    await expect(store.record(system, REF, broken)).rejects.toThrow();
    expect(await knex('attempts').select()).toEqual([]);
    expect(await knex('health_days').select()).toEqual([]);
  });

  it('tells nothing of a server outside the scope, and takes nothing for it', async () => {
    const { store, knex } = await setUp();
    await knex('servers').update({ visibility: 'team' });
    await store.record(system, REF, aGoodAttempt({ t: 'x' }));
    const stranger = memberScope('group:default/logistics');
    expect(await store.listAttempts(stranger, REF, {})).toEqual({
      totalItems: 0,
      items: [],
    });
    expect(await store.listSnapshots(stranger, REF, {})).toEqual({
      totalItems: 0,
      items: [],
    });
    expect(await store.getSnapshot(stranger, REF)).toBeUndefined();
    expect(await store.healthDays(stranger, REF, NOW)).toEqual([]);
    expect(
      await store.claim(stranger, REF, later(1), later(2)),
    ).toBeUndefined();
    await store.record(stranger, REF, aFailedAttempt());
    expect((await store.listAttempts(system, REF, {})).totalItems).toBe(1);
  });
});
