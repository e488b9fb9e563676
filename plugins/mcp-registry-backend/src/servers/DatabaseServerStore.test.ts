import { systemScope } from '../access';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  aFailedAttempt,
  aGoodAttempt,
  anAgent,
  aServer,
  aUse,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from './DatabaseServerIndexStore';
import { DatabaseServerStore } from './DatabaseServerStore';
import type { IndexedServer } from './ServerIndexStore';
import { ServerSearchIndex } from './ServerSearchIndex';

const system = systemScope();
const payments = memberScope('group:default/payments');
const logistics = memberScope('group:default/logistics');

describeOnBothDatabases('DatabaseServerStore', createKnex => {
  async function setUp(servers: IndexedServer[]) {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const index = new DatabaseServerIndexStore({ knex, searchIndex });
    await index.put(system, servers, NOW);
    return {
      knex,
      index,
      store: new DatabaseServerStore({ knex, searchIndex, now: () => NOW }),
      introspection: new DatabaseIntrospectionStore({ knex, searchIndex }),
      agents: new DatabaseAgentIndexStore({ knex }),
    };
  }

  const names = (page: { items: { name: string }[] }) =>
    page.items.map(item => item.name);

  it('finds a server by a word that only one of its tools uses', async () => {
    const { store, introspection } = await setUp([
      aServer('invoices'),
      aServer('parcels'),
    ]);
    await introspection.record(
      system,
      'api:default/parcels',
      aGoodAttempt({
        track: 'Where a parcel is',
        reroute: 'Sends it through a quokka depot',
      }),
    );
    const page = await store.list(system, { search: 'quokka' });
    expect(page.totalItems).toBe(1);
    expect(page.items[0]).toMatchObject({
      name: 'parcels',
      matchedTools: ['reroute'],
      counts: { tools: 2 },
    });
  });

  it('finds by the beginning of words of name, title, purpose and owner', async () => {
    const { store } = await setUp([
      aServer('billing-invoices', { title: 'Ledger' }),
      aServer('b', { purpose: 'Sends Zürich parcels' }),
      aServer('c', { ownerTitle: 'Quality Assurance' }),
    ]);
    const search = async (text: string) =>
      names(await store.list(system, { search: text }));
    expect(await search('invo')).toEqual(['billing-invoices']);
    expect(await search('billinginvoices')).toEqual(['billing-invoices']);
    expect(await search('ledg')).toEqual(['billing-invoices']);
    expect(await search('zurich PARCELS')).toEqual(['b']);
    expect(await search('qual')).toEqual(['c']);
    expect(await search('voices')).toEqual([]);
    expect(await search('zurich ledger')).toEqual([]);
    expect(await search('"\'*%')).toEqual([]);
    expect(await search('   ')).toHaveLength(3);
  });

  it('puts a server that is named so before one that only mentions it', async () => {
    const { store } = await setUp([
      aServer('a-notes', { purpose: 'Notes on billing, for billing people' }),
      aServer('z-billing', { purpose: 'Money' }),
    ]);
    expect(names(await store.list(system, { search: 'billing' }))).toEqual([
      'z-billing',
      'a-notes',
    ]);
  });

  it('is found by the tools of today, not of yesterday', async () => {
    const { store, introspection } = await setUp([aServer('a')]);
    const ref = 'api:default/a';
    await introspection.record(system, ref, aGoodAttempt({ oldtool: 'x' }));
    await introspection.record(system, ref, aGoodAttempt({ newtool: 'x' }));
    expect(names(await store.list(system, { search: 'oldtool' }))).toEqual([]);
    expect(names(await store.list(system, { search: 'newtool' }))).toEqual([
      'a',
    ]);
  });

  it('keeps its tools when the catalog changes its description', async () => {
    const { store, index, introspection } = await setUp([aServer('a')]);
    await introspection.record(
      system,
      'api:default/a',
      aGoodAttempt({ quokka: 'x' }),
    );
    await index.put(system, [aServer('a', { purpose: 'wombat' })], NOW);
    expect(
      names(await store.list(system, { search: 'quokka wombat' })),
    ).toEqual(['a']);
  });

  it('shows a team-only server to its team alone, in every read', async () => {
    const { store, introspection } = await setUp([
      aServer('open'),
      aServer('secret', {
        visibility: 'team',
        trust: 'unverified',
        purpose: 'wombat',
      }),
    ]);
    await introspection.record(
      system,
      'api:default/secret',
      aGoodAttempt({ quokka: 'x' }),
    );
    expect(names(await store.list(payments, {}))).toEqual(['open', 'secret']);
    expect((await store.list(payments, { search: 'quokka' })).totalItems).toBe(
      1,
    );

    expect(await store.list(logistics, {})).toMatchObject({
      totalItems: 1,
      items: [{ name: 'open' }],
    });
    for (const search of ['quokka', 'wombat', 'secret']) {
      expect(await store.list(logistics, { search })).toEqual({
        totalItems: 0,
        items: [],
      });
    }
    expect(await store.get(logistics, 'api:default/secret')).toBeUndefined();
    const facets = await store.facets(logistics, {});
    expect(facets.trust).toEqual([{ value: 'internal', count: 1 }]);
    expect(facets.owner).toEqual([
      { value: 'group:default/payments', count: 1 },
    ]);
  });

  it('lets only its owner have it asked now', async () => {
    const { store } = await setUp([aServer('open')]);
    expect(await store.get(payments, 'api:default/open')).toMatchObject({
      mayIntrospect: true,
    });
    expect(await store.get(logistics, 'api:default/open')).toMatchObject({
      mayIntrospect: false,
    });
  });

  it('counts only the dependents that the caller may see', async () => {
    const { store, agents } = await setUp([aServer('a'), aServer('b')]);
    await agents.put(system, [
      anAgent('open', { uses: [aUse('b')] }),
      anAgent('private', { uses: [aUse('b')], visibility: 'team' }),
    ]);
    const dependents = async (scope: typeof system) =>
      (
        await store.list(scope, { sort: 'dependents', order: 'desc' })
      ).items.map(({ name, dependents: count }) => [name, count]);
    expect(await dependents(payments)).toEqual([
      ['b', 2],
      ['a', 0],
    ]);
    expect(await dependents(logistics)).toEqual([
      ['b', 1],
      ['a', 0],
    ]);
  });

  it('lets each facet show its alternatives, and none of what other filters exclude', async () => {
    const { store } = await setUp([
      aServer('a'),
      aServer('b', { lifecycle: 'deprecated' }),
      aServer('c', { trust: 'unverified', ownerExists: false }),
    ]);
    const facets = await store.facets(system, { trust: ['internal'] });
    expect(facets.trust).toEqual([
      { value: 'internal', count: 2 },
      { value: 'unverified', count: 1 },
    ]);
    expect(facets.lifecycle).toEqual([
      { value: 'deprecated', count: 1 },
      { value: 'production', count: 1 },
    ]);
    expect(facets.withoutOwner).toBe(0);
    expect((await store.facets(system, {})).withoutOwner).toBe(1);
    expect(names(await store.list(system, { ownerExists: false }))).toEqual([
      'c',
    ]);
    expect(
      names(
        await store.list(system, {
          lifecycle: ['deprecated', 'production'],
          trust: ['internal'],
        }),
      ),
    ).toEqual(['a', 'b']);
  });

  it('gives pages that neither overlap nor leave out, in every order', async () => {
    const { store } = await setUp(
      Array.from({ length: 7 }, (_, i) => aServer(`s${i}`)),
    );
    for (const sort of [
      'name',
      'owner',
      'lifecycle',
      'health',
      'trust',
      'tools',
      'dependents',
      'lastGoodAt',
      'relevance',
    ] as const) {
      const pages = await Promise.all(
        [0, 3, 6].map(offset => store.list(system, { sort, limit: 3, offset })),
      );
      expect(pages.flatMap(names).sort()).toEqual(
        Array.from({ length: 7 }, (_, i) => `s${i}`),
      );
    }
  });

  it('says what went wrong, and that what it shows is the last good answer', async () => {
    const { store, introspection } = await setUp([aServer('a')]);
    const ref = 'api:default/a';
    expect((await store.get(system, ref))?.health).toEqual({
      level: 'unknown',
      reason: 'Not asked yet.',
      stale: false,
      running: false,
    });
    await introspection.record(system, ref, aGoodAttempt({ t: 'x' }));
    await introspection.record(
      system,
      ref,
      aFailedAttempt({ startedAt: new Date(NOW.getTime() + 1000) }),
    );
    expect(await store.get(system, ref)).toMatchObject({
      counts: { tools: 1 },
      version: '1.2.3',
      health: {
        level: 'attention',
        reason: 'No answer within 20 s.',
        lastGoodAt: NOW.toISOString(),
        lastAttemptAt: new Date(NOW.getTime() + 1000).toISOString(),
        stale: true,
      },
    });
  });

  it('forgets a server that the catalog lost, and remembers it when it comes back', async () => {
    const { knex, store, index, introspection } = await setUp([aServer('a')]);
    const ref = 'api:default/a';
    await introspection.record(system, ref, aGoodAttempt({ quokka: 'x' }));
    await index.remove(system, [ref], NOW);
    expect(await store.get(system, ref)).toBeUndefined();
    expect((await store.list(system, { search: 'quokka' })).totalItems).toBe(0);
    expect(await index.fingerprints(system)).toEqual(new Map());

    await index.put(system, [aServer('a')], NOW);
    expect((await store.list(system, { search: 'quokka' })).totalItems).toBe(1);

    await index.remove(system, [ref], NOW);
    expect(await index.purge(system, NOW)).toBe(0);
    expect(await index.purge(system, new Date(NOW.getTime() + 1))).toBe(1);
    expect(await knex('snapshots').select()).toEqual([]);
    await index.put(system, [aServer('a')], NOW);
    expect((await store.list(system, { search: 'quokka' })).totalItems).toBe(0);
  });
});
