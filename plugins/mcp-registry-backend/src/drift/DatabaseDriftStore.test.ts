import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aSnapshot, memberScope, NOW } from '../__testUtils__/samples';
import { createServers } from '../__testUtils__/createServers';
import { DatabaseDriftStore } from './DatabaseDriftStore';

const system = systemScope();
const BILLING = 'api:default/billing';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describeOnBothDatabases('DatabaseDriftStore', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const servers = createServers(knex);
    await servers.add('billing');
    return { knex, servers, store: new DatabaseDriftStore({ knex }) };
  }

  it('sees no drift while nothing is published, or what is live is', async () => {
    const { servers, store } = await setUp();
    await servers.offer('billing', { charge: 'Charges' });
    expect(await store.get(system, BILLING)).toBeUndefined();
    await servers.publish('billing', '1.0.0', aSnapshot({ charge: 'Charges' }));
    expect(await store.get(system, BILLING)).toBeUndefined();
    expect(await store.observe(system, BILLING, NOW)).toBeUndefined();
    expect(await store.list(system, {})).toEqual({ totalItems: 0, items: [] });
  });

  it('sees that what is live is none of the published versions', async () => {
    const { servers, store } = await setUp();
    await servers.publish('billing', '1.0.0', aSnapshot({ charge: 'Charges' }));
    expect(await store.get(system, BILLING)).toBeUndefined();
    const { snapshot } = await servers.offer('billing', { refund: 'Refunds' });
    const open = {
      ref: BILLING,
      version: '1.0.0',
      snapshot: snapshot.sha256,
      server: { ref: BILLING, owner: { ref: 'group:default/payments' } },
    };
    expect(await store.get(system, BILLING)).toMatchObject(open);
    expect((await store.list(system, {})).items).toMatchObject([open]);
    const drift = (await store.get(system, BILLING))!;
    expect(await store.contracts(system, drift)).toMatchObject({
      published: { tools: [{ name: 'charge' }] },
      live: { tools: [{ name: 'refund' }] },
    });
    // Those of another drift are not taken for those of this one.
    await servers.publish('billing', '2.0.0', aSnapshot({ rebate: 'Others' }));
    expect(await store.get(system, BILLING)).toMatchObject({
      version: '2.0.0',
    });
    expect(await store.contracts(system, drift)).toBeUndefined();
  });

  it('takes an older published version for no drift, unless it was deleted', async () => {
    const { servers, store } = await setUp();
    await servers.publish('billing', '1.0.0', aSnapshot({ a: 'x' }));
    await servers.publish('billing', '2.0.0', aSnapshot({ b: 'x' }));
    await servers.offer('billing', { a: 'x' });
    expect(await store.get(system, BILLING)).toBeUndefined();
    await servers.versions.delete(system, BILLING, '1.0.0', {
      by: 'user:default/ada',
      at: NOW.toISOString(),
      reason: 'Gone',
    });
    expect(await store.get(system, BILLING)).toMatchObject({
      version: '2.0.0',
    });
  });

  it('ends with the publication of what is live, at once', async () => {
    const { servers, store } = await setUp();
    await servers.publish('billing', '1.0.0', aSnapshot({ a: 'x' }));
    const { snapshot } = await servers.offer('billing', { b: 'x' });
    await store.observe(system, BILLING, NOW);
    await servers.publish('billing', '2.0.0', snapshot);
    expect(await store.get(system, BILLING)).toBeUndefined();
    expect((await store.list(system, {})).totalItems).toBe(0);
  });

  it('keeps when it was first and last seen, and when it was over', async () => {
    const { knex, servers, store } = await setUp();
    await servers.publish('billing', '1.0.0', aSnapshot({ a: 'x' }));
    await servers.offer('billing', { b: 'x' }, later(1));
    await store.observe(system, BILLING, later(1));
    await servers.offer('billing', { b: 'x' }, later(2));
    expect(await store.observe(system, BILLING, later(2))).toMatchObject({
      firstSeenAt: later(1).toISOString(),
      lastSeenAt: later(2).toISOString(),
    });
    await servers.offer('billing', { c: 'x' }, later(3));
    await store.observe(system, BILLING, later(3));
    await servers.offer('billing', { a: 'x' }, later(4));
    await store.observe(system, BILLING, later(4));
    const rows = await knex('drifts').orderBy('first_seen_at');
    expect(
      rows.map(row => [row.first_seen_at, row.last_seen_at, row.resolved_at]),
    ).toEqual([
      [later(1), later(2), later(3)].map(at => at.toISOString()),
      [later(3), later(3), later(4)].map(at => at.toISOString()),
    ]);
  });

  it('knows since when it drifts before any answer has shown it', async () => {
    const { servers, store } = await setUp();
    await servers.offer('billing', { b: 'x' }, later(1));
    await servers.publish('billing', '1.0.0', aSnapshot({ a: 'x' }), later(5));
    expect((await store.get(system, BILLING))?.firstSeenAt).toBe(
      later(5).toISOString(),
    );
  });

  it('puts those that nobody acknowledged first', async () => {
    const { servers, store } = await setUp();
    const act = {
      by: 'user:default/petra',
      at: NOW.toISOString(),
      reason: 'x',
    };
    for (const [i, name] of ['a', 'b', 'c'].entries()) {
      await servers.add(name);
      await servers.publish(name, '1.0.0', aSnapshot({ old: 'x' }));
      await servers.offer(name, { [name]: 'x' }, later(i));
      await store.observe(system, `api:default/${name}`, later(i));
    }
    const drift = (await store.get(system, 'api:default/c'))!;
    expect(await store.acknowledge(system, drift, act)).toBe(true);
    const page = await store.list(system, {});
    expect(page.items.map(item => item.server.name)).toEqual(['b', 'a', 'c']);
    expect(page.items[2].acknowledgement).toEqual(act);
    const second = await store.list(system, { limit: 1, offset: 1 });
    expect(second).toMatchObject({
      totalItems: 3,
      items: [{ server: { name: 'a' } }],
    });
  });

  it('lets only one replica tell the owner, and nobody who need not', async () => {
    const { servers, store } = await setUp();
    await servers.publish('billing', '1.0.0', aSnapshot({ a: 'x' }));
    await servers.offer('billing', { b: 'x' });
    const drift = (await store.observe(system, BILLING, NOW))!;
    const claim = (at: Date) =>
      store.claimNotice(system, drift, at, new Date(at.getTime() + 60_000));
    expect(await Promise.all([claim(NOW), claim(NOW)])).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(await claim(later(2))).toBe(true);
    await store.endNotice(system, drift);
    expect(await claim(later(2))).toBe(true);
    await store.endNotice(system, drift, later(2));
    expect(await claim(later(9))).toBe(false);
    expect((await store.get(system, BILLING))?.notifiedAt).toBe(
      later(2).toISOString(),
    );
  });

  it('gives and takes nothing outside the scope', async () => {
    const { servers, store } = await setUp();
    await servers.add('vault', { visibility: 'team' });
    for (const name of ['billing', 'vault']) {
      await servers.publish(name, '1.0.0', aSnapshot({ a: 'x' }));
      await servers.offer(name, { b: 'x' });
    }
    const vault = (await store.get(system, 'api:default/vault'))!;
    const billing = (await store.get(system, BILLING))!;
    const stranger = memberScope('group:default/logistics');
    expect(await store.get(stranger, vault.ref)).toBeUndefined();
    expect(await store.contracts(stranger, vault)).toBeUndefined();
    expect(await store.observe(stranger, vault.ref, NOW)).toBeUndefined();
    expect((await store.list(stranger, {})).items.map(i => i.ref)).toEqual([
      BILLING,
    ]);
    expect((await store.list(stranger, {})).totalItems).toBe(1);
    const act = {
      by: 'user:default/frank',
      at: NOW.toISOString(),
      reason: 'x',
    };
    expect(await store.acknowledge(stranger, billing, act)).toBe(false);
    const owner = memberScope('group:default/payments');
    expect(await store.acknowledge(owner, vault, act)).toBe(true);
    expect((await store.get(system, BILLING))?.acknowledgement).toBeUndefined();
  });
});
