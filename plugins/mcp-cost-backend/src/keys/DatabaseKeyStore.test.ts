import type { Knex } from 'knex';

import { type CostScope, systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { LOGISTICS, PAYMENTS } from '../__testUtils__/people';
import { aKey, NOW_MS } from './__testUtils__/keySamples';
import { DatabaseKeyStore } from './DatabaseKeyStore';
import { DAY_MS } from './keyState';

const SYSTEM = systemScope('test');
const LIMIT = { keys: 20, nowMs: NOW_MS };
const nobody: CostScope = {
  ...SYSTEM,
  teams: 'all',
  memberOf: [],
  mayDelegate: false,
};
const member: CostScope = { ...nobody, memberOf: [PAYMENTS] };

describeOnBothDatabases('DatabaseKeyStore', createKnex => {
  let knex: Knex;
  let store: DatabaseKeyStore;

  beforeEach(async () => {
    knex = await createKnex();
    store = new DatabaseKeyStore({ knex });
  });

  it('gives back what it was given', async () => {
    const { key } = aKey({
      name: 'a "name" with \u00e4 and %',
      scopes: ['ingest', 'publish'],
      lastUsedAtMs: NOW_MS,
      reportsFor: [LOGISTICS],
    });
    await store.add(member, key, LIMIT);
    expect(await store.find(member, key.id)).toEqual({
      ...key,
      revokedAtMs: undefined,
      replacedBy: undefined,
      warnedDays: undefined,
    });
  });

  it('reaches keys of the teams in the scope, and no others, with every method', async () => {
    const { key } = aKey({ teamRef: LOGISTICS });
    await store.add(SYSTEM, key, LIMIT);
    const before = await store.list(SYSTEM);
    for (const scope of [nobody, member]) {
      expect(await store.list(scope)).toEqual([]);
      expect(await store.list(scope, { teamRef: LOGISTICS })).toEqual([]);
      expect(await store.find(scope, key.id)).toBeUndefined();
      await expect(
        store.add(scope, aKey({ teamRef: LOGISTICS }).key, LIMIT),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
      await expect(
        store.putConfigured(scope, aKey({ teamRef: LOGISTICS }).key),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
      await expect(
        store.setTeams(scope, key.id, [PAYMENTS]),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
      await store.revoke(scope, key.id, NOW_MS);
      await store.touch(scope, key.id, { atMs: NOW_MS, unlessSinceMs: 0 });
      await store.markWarned(scope, key.id, 14);
      expect(
        await store.replace(scope, key.id, {
          by: aKey({ teamRef: LOGISTICS }).key,
          endsAtMs: NOW_MS,
          limit: LIMIT,
        }),
      ).toBe(false);
    }
    expect(await store.list(SYSTEM)).toEqual(before);
  });

  it('replaces nothing when the new key is one too many', async () => {
    const { key } = aKey();
    await store.add(member, key, LIMIT);
    await expect(
      store.replace(member, key.id, {
        by: aKey().key,
        endsAtMs: NOW_MS + DAY_MS,
        limit: { keys: 1, nowMs: NOW_MS },
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await store.list(member)).toMatchObject([
      { id: key.id, expiresAtMs: key.expiresAtMs },
    ]);
  });

  it('counts no key that has ended', async () => {
    const one = { keys: 1, nowMs: NOW_MS };
    await store.add(member, aKey({ expiresAtMs: NOW_MS }).key, one);
    const { key } = aKey();
    await store.add(member, key, one);
    await store.revoke(member, key.id, NOW_MS);
    await store.add(member, aKey().key, one);
    await expect(store.add(member, aKey().key, one)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('keeps when a configured key was first seen, and follows its configuration', async () => {
    const { key } = aKey({ createdBy: 'config' });
    await store.putConfigured(SYSTEM, key);
    await store.putConfigured(SYSTEM, {
      ...key,
      name: 'renamed',
      teamRef: LOGISTICS,
      createdAtMs: NOW_MS + DAY_MS,
      expiresAtMs: key.expiresAtMs + DAY_MS,
    });
    expect(await store.find(SYSTEM, key.id)).toMatchObject({
      name: 'renamed',
      teamRef: LOGISTICS,
      createdAtMs: NOW_MS,
      expiresAtMs: key.expiresAtMs,
    });
  });

  it('lets no configuration take the place of a key that somebody made', async () => {
    const { key } = aKey();
    await store.add(member, key, LIMIT);
    await expect(
      store.putConfigured(SYSTEM, { ...key, createdBy: 'config', name: 'x' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect((await store.find(SYSTEM, key.id))?.name).toBe('collector');
  });
});
