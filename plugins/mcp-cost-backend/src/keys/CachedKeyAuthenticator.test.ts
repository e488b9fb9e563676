import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Request } from 'express';
import type { Knex } from 'knex';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { ENTITIES } from '../__testUtils__/entities';
import { PAYMENTS } from '../__testUtils__/people';
import { readSnapshot } from '../catalog';
import { aKey, NOW_MS } from './__testUtils__/keySamples';
import { CachedKeyAuthenticator } from './CachedKeyAuthenticator';
import { DatabaseKeyStore } from './DatabaseKeyStore';
import { createKeySecret } from './keySecret';
import { DAY_MS } from './keyState';
import type { StoredKey } from './KeyStore';

const SCOPE = systemScope('test');
const LIMIT = { keys: 20, nowMs: NOW_MS };

describeOnBothDatabases('CachedKeyAuthenticator', createKnex => {
  let knex: Knex;
  let store: DatabaseKeyStore;
  let nowMs: number;
  const current = jest.fn();

  beforeEach(async () => {
    knex = await createKnex();
    store = new DatabaseKeyStore({ knex });
    nowMs = NOW_MS;
    current.mockReset();
    current.mockResolvedValue(readSnapshot(ENTITIES, new Date(NOW_MS)));
  });

  /** One of the replicas. */
  const replica = (configuredIds: string[] = []) =>
    new CachedKeyAuthenticator({
      store,
      directory: { current, membersOf: async () => [] },
      configuredIds: new Set(configuredIds),
      logger: mockServices.logger.mock(),
      now: () => new Date(nowMs),
    });

  async function stored(changes?: Partial<StoredKey>) {
    const sample = aKey(changes);
    await store.add(SCOPE, sample.key, LIMIT);
    return sample;
  }

  it('says of a key whose it is', async () => {
    const { key, secret } = await stored();
    const request = (authorization?: string) =>
      ({ headers: { authorization } } as Request);
    expect(
      await replica().authenticate(request(`Bearer ${secret}`), 'ingest'),
    ).toEqual({ id: key.id, teamRef: PAYMENTS, reportsFor: [] });
    for (const header of [
      undefined,
      '',
      secret,
      'Basic abc',
      'Bearer',
      'Bearer a b',
    ]) {
      await expect(
        replica().authenticate(request(header), 'ingest'),
      ).rejects.toMatchObject({ name: 'AuthenticationError' });
    }
  });

  it('reads the database once for many requests at once, and for those that follow', async () => {
    const { secret } = await stored();
    const list = jest.spyOn(store, 'list');
    const keys = replica();
    await Promise.all(
      Array.from({ length: 20 }, () => keys.verify(secret, 'ingest')),
    );
    nowMs += 4_999;
    await keys.verify(secret, 'ingest');
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('lets nobody who guesses make it read more than once a second', async () => {
    const list = jest.spyOn(store, 'list');
    const keys = replica();
    for (let guess = 0; guess < 200; guess++) {
      nowMs += 10;
      await expect(
        keys.verify(createKeySecret().secret, 'ingest'),
      ).rejects.toThrow('no such service key');
    }
    expect(list.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('learns within seconds of what another replica revoked', async () => {
    const { key, secret } = await stored();
    const keys = replica();
    await keys.verify(secret, 'ingest');
    await store.revoke(SCOPE, key.id, nowMs);
    nowMs += 5_000;
    await expect(keys.verify(secret, 'ingest')).rejects.toThrow('revoked');
  });

  it('learns within a second of what another replica made', async () => {
    const keys = replica();
    const { secret: first } = await stored();
    await keys.verify(first, 'ingest');
    const { secret } = await stored();
    nowMs += 1_000;
    await expect(keys.verify(secret, 'ingest')).resolves.toBeDefined();
  });

  it('does not take what it was reading when a key changed', async () => {
    const { key, secret } = await stored();
    const keys = replica();
    const list = store.list.bind(store);
    jest.spyOn(store, 'list').mockImplementationOnce(async (...args) => {
      const before = await list(...args);
      await store.revoke(SCOPE, key.id, nowMs);
      keys.forget();
      return before;
    });
    await keys.verify(secret, 'ingest');
    await expect(keys.verify(secret, 'ingest')).rejects.toThrow('no such');
  });

  it('refuses a key from the moment that it ends', async () => {
    const { secret } = await stored({ expiresAtMs: NOW_MS + DAY_MS });
    const keys = replica();
    nowMs = NOW_MS + DAY_MS - 1;
    await keys.verify(secret, 'ingest');
    nowMs += 1;
    await expect(keys.verify(secret, 'ingest')).rejects.toThrow('is expired');
  });

  it('refuses a key whose team left the catalog, and only as long', async () => {
    const { secret } = await stored();
    const keys = replica();
    current.mockResolvedValueOnce(
      readSnapshot(
        ENTITIES.filter(({ metadata }) => metadata.name !== 'payments'),
        new Date(NOW_MS),
      ),
    );
    await expect(keys.verify(secret, 'ingest')).rejects.toThrow(
      'group:default/payments is not in the catalog',
    );
    await expect(keys.verify(secret, 'ingest')).resolves.toBeDefined();
  });

  it('does not call a key dead while nobody knows the catalog', async () => {
    const { secret } = await stored();
    current.mockRejectedValue(new ServiceUnavailableError('not read yet'));
    await expect(replica().verify(secret, 'ingest')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('writes down the use of a key once a minute, over all replicas', async () => {
    const { key, secret } = await stored();
    const touched = async () => (await store.find(SCOPE, key.id))?.lastUsedAtMs;
    const [one, two] = [replica(), replica()];
    await one.verify(secret, 'ingest');
    expect(await touched()).toBe(NOW_MS);
    nowMs += 59_999;
    await one.verify(secret, 'ingest');
    await two.verify(secret, 'ingest');
    expect(await touched()).toBe(NOW_MS);
    nowMs += 1;
    await two.verify(secret, 'ingest');
    expect(await touched()).toBe(NOW_MS + 60_000);
  });

  it('goes on when the use can not be written down', async () => {
    const { secret } = await stored();
    jest.spyOn(store, 'touch').mockRejectedValue(new Error('full'));
    await expect(replica().verify(secret, 'ingest')).resolves.toBeDefined();
  });

  it('knows configured keys only where the configuration still names them', async () => {
    const { key, secret } = aKey({ createdBy: 'config' });
    await store.putConfigured(SCOPE, key);
    await expect(replica([key.id]).verify(secret, 'ingest')).resolves.toEqual({
      id: key.id,
      teamRef: PAYMENTS,
      reportsFor: [],
    });
    await expect(replica().verify(secret, 'ingest')).rejects.toThrow('no such');
  });
});
