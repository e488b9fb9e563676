import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  aGoodAttempt,
  aServer,
  aSnapshot,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseVersionStore } from './DatabaseVersionStore';
import type { VersionDraft } from './VersionStore';

const system = systemScope();
const payments = memberScope('group:default/payments');
const logistics = memberScope('group:default/logistics');
const REF = 'api:default/a';
const ACT = { by: 'user:default/petra', at: NOW.toISOString(), reason: 'x' };

function aDraft(
  version: string,
  changes: Partial<VersionDraft> = {},
): VersionDraft {
  const snapshot = aSnapshot({ tool: version });
  return {
    version,
    sha256: snapshot.sha256,
    snapshot,
    publishedAt: NOW,
    publishedBy: ACT.by,
    verdict: 'none',
    changes: [],
    requiredBump: 'none',
    smallestVersion: version,
    ...changes,
  };
}

describeOnBothDatabases('DatabaseVersionStore', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const index = new DatabaseServerIndexStore({ knex, searchIndex });
    await index.put(system, [aServer('a'), aServer('b')], NOW);
    return {
      knex,
      index,
      servers: new DatabaseServerStore({ knex, searchIndex }),
      introspection: new DatabaseIntrospectionStore({ knex, searchIndex }),
      store: new DatabaseVersionStore({ knex }),
    };
  }

  it('lets only one of many writers with the same history win', async () => {
    const { store } = await setUp();
    const won = await Promise.all(
      Array.from({ length: 8 }, (_, patch) =>
        store.publish(system, REF, aDraft(`1.0.${patch}`), 0),
      ),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await store.history(system, REF)).toMatchObject({
      revision: 1,
      versions: [{}],
    });
  });

  it('refuses a writer whose history is outdated, by whatever changed', async () => {
    const { store } = await setUp();
    expect(await store.publish(system, REF, aDraft('1.0.0'), 0)).toBe(true);
    expect(await store.publish(system, REF, aDraft('1.1.0'), 0)).toBe(false);
    await store.deprecate(system, REF, '1.0.0', ACT);
    expect(await store.publish(system, REF, aDraft('1.1.0'), 1)).toBe(false);
    expect(await store.publish(system, REF, aDraft('1.1.0'), 2)).toBe(true);
  });

  it('keeps no version twice, even with the right revision', async () => {
    const { store } = await setUp();
    await store.publish(system, REF, aDraft('1.0.0'), 0);
    await expect(
      store.publish(system, REF, aDraft('1.0.0'), 1),
    ).rejects.toThrow(/unique/i);
    expect(await store.history(system, REF)).toMatchObject({ revision: 1 });
  });

  it('lets only those publish and take back whose scope says so', async () => {
    const { store } = await setUp();
    expect(await store.publish(logistics, REF, aDraft('1.0.0'), 0)).toBe(false);
    expect(await store.publish(payments, REF, aDraft('1.0.0'), 0)).toBe(true);
    expect(await store.deprecate(logistics, REF, '1.0.0', ACT)).toBe(false);
    expect(await store.delete(logistics, REF, '1.0.0', ACT)).toBe(false);
    expect(await store.history(system, REF)).toMatchObject({
      revision: 1,
      versions: [{ status: 'active' }],
    });
  });

  it('lets only those overrule and accept whose scope says so', async () => {
    const { store } = await setUp();
    for (const changes of [
      { override: ACT },
      { acceptance: { ...ACT, changes: ['x'] } },
    ]) {
      const draft = aDraft('1.0.0', changes);
      expect(await store.publish(payments, REF, draft, 0)).toBe(false);
    }
    const draft = aDraft('1.0.0', { override: ACT });
    expect(await store.publish(system, REF, draft, 0)).toBe(true);
  });

  it('tells nothing of a server outside the scope', async () => {
    const { knex, store } = await setUp();
    await store.publish(system, REF, aDraft('1.0.0'), 0);
    await knex('servers').update({ visibility: 'team' });
    expect(await store.history(logistics, REF)).toBeUndefined();
    expect(await store.get(logistics, REF, '1.0.0')).toBeUndefined();
    expect(await store.contract(logistics, REF, '1.0.0')).toBeUndefined();
    expect(await store.candidates(logistics, [REF])).toEqual(
      new Map([[REF, []]]),
    );
    expect((await store.candidates(payments, [REF])).get(REF)).toEqual([
      { version: '1.0.0', status: 'active' },
    ]);
  });

  it('knows the newest active release after each change', async () => {
    const { store, servers } = await setUp();
    const newest = async () => (await servers.get(system, REF))?.version;
    await store.publish(system, REF, aDraft('9.0.0'), 0);
    await store.publish(system, REF, aDraft('10.0.0'), 1);
    await store.publish(system, REF, aDraft('11.0.0-rc.1'), 2);
    expect(await newest()).toBe('10.0.0');
    await store.deprecate(system, REF, '10.0.0', ACT);
    expect(await newest()).toBe('9.0.0');
    await store.deprecate(system, REF, '10.0.0', undefined);
    expect(await newest()).toBe('10.0.0');
    await store.delete(system, REF, '10.0.0', ACT);
    await store.delete(system, REF, '9.0.0', ACT);
    expect(await newest()).toBeUndefined();
    expect(await store.deprecate(system, REF, '9.0.0', undefined)).toBe(false);
    expect(await store.delete(system, REF, '9.0.0', ACT)).toBe(false);
  });

  it('knows which version is live', async () => {
    const { store, introspection } = await setUp();
    await store.publish(system, REF, aDraft('1.0.0'), 0);
    await store.publish(system, REF, aDraft('1.0.1'), 1);
    await introspection.record(system, REF, aGoodAttempt({ tool: '1.0.0' }));
    const { versions } = (await store.history(system, REF))!;
    expect(versions.map(({ version, live }) => [version, live])).toEqual([
      ['1.0.1', false],
      ['1.0.0', true],
    ]);
  });

  it('gives the contract of a version, also of one that is deleted', async () => {
    const { store } = await setUp();
    const draft = aDraft('1.0.0');
    await store.publish(system, REF, draft, 0);
    await store.delete(system, REF, '1.0.0', ACT);
    const { contract } = draft.snapshot!;
    expect(await store.contract(system, REF, '1.0.0')).toEqual(contract);
    expect(await store.contract(system, REF, '1.0.1')).toBeUndefined();
  });

  it('outlives the entity of its server, and what else is purged', async () => {
    const { knex, index, store, introspection } = await setUp();
    await store.publish(system, REF, aDraft('1.0.0'), 0);
    await introspection.record(
      system,
      'api:default/b',
      aGoodAttempt({ gone: 'x' }),
    );
    await index.remove(system, [REF, 'api:default/b'], NOW);
    const later = new Date(NOW.getTime() + 1);
    expect(await index.purge(system, later)).toBe(1);
    expect(await knex('snapshots').select('sha256')).toEqual([
      { sha256: aDraft('1.0.0').sha256 },
    ]);
    expect(await store.history(system, REF)).toBeUndefined();

    await index.put(system, [aServer('a')], NOW);
    expect(await store.history(system, REF)).toMatchObject({
      versions: [{ version: '1.0.0' }],
    });
  });
});
