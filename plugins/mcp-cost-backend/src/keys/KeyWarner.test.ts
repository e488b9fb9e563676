import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { PETRA } from '../__testUtils__/people';
import { aKey, NOW_MS } from './__testUtils__/keySamples';
import { DatabaseKeyStore } from './DatabaseKeyStore';
import { DAY_MS } from './keyState';
import { KeyWarner } from './KeyWarner';

const SCOPE = systemScope('test');
const LIMIT = { keys: 20, nowMs: NOW_MS };

describeOnBothDatabases('KeyWarner', createKnex => {
  let knex: Knex;
  let store: DatabaseKeyStore;
  let warner: KeyWarner;
  let nowMs: number;
  const membersOf = jest.fn();
  const send = jest.fn<Promise<void>, [NotificationSendOptions]>();

  beforeEach(async () => {
    knex = await createKnex();
    store = new DatabaseKeyStore({ knex });
    membersOf.mockReset().mockResolvedValue([PETRA]);
    send.mockReset().mockResolvedValue(undefined);
    warner = new KeyWarner({
      store,
      directory: { current: jest.fn(), membersOf },
      notifications: { send },
      configuredIds: new Set(),
      logger: mockServices.logger.mock(),
      now: () => new Date(nowMs),
    });
  });

  /** What is said when so many days are left. */
  async function titlesWith(daysLeft: number, expiresAtMs: number) {
    send.mockClear();
    nowMs = expiresAtMs - daysLeft * DAY_MS;
    await warner.run(SCOPE);
    return send.mock.calls.map(([{ payload }]) => payload.title);
  }

  it('tells the members 14 and 3 days before the end, once each', async () => {
    const { key } = aKey();
    await store.add(SCOPE, key, LIMIT);
    expect(await titlesWith(15, key.expiresAtMs)).toEqual([]);
    expect(await titlesWith(14, key.expiresAtMs)).toEqual([
      'The service key collector ends in 14 days',
    ]);
    expect(send.mock.calls[0][0].payload.link).toBe(
      '/catalog/default/group/payments/mcp-cost',
    );
    expect(send.mock.calls[0][0].recipients).toEqual({
      type: 'entity',
      entityRef: [PETRA],
    });
    expect(await titlesWith(13, key.expiresAtMs)).toEqual([]);
    expect(await titlesWith(2.9, key.expiresAtMs)).toEqual([
      'The service key collector ends in 3 days',
    ]);
    expect(await titlesWith(1, key.expiresAtMs)).toEqual([]);
    expect(await titlesWith(-1, key.expiresAtMs)).toEqual([]);
  });

  it('gives the nearer warning alone when the farther one was missed', async () => {
    const { key } = aKey();
    await store.add(SCOPE, key, LIMIT);
    expect(await titlesWith(1, key.expiresAtMs)).toEqual([
      'The service key collector ends in 1 day',
    ]);
    expect(await titlesWith(0.9, key.expiresAtMs)).toEqual([]);
  });

  it('says nothing at once of a key that was made for a short time', async () => {
    const { key } = aKey({ expiresAtMs: NOW_MS + 7 * DAY_MS });
    await store.add(SCOPE, key, LIMIT);
    expect(await titlesWith(7, key.expiresAtMs)).toEqual([]);
    expect(await titlesWith(3, key.expiresAtMs)).toHaveLength(1);
  });

  it('says nothing of a key that was replaced, unless it is still used', async () => {
    const { key } = aKey();
    await store.add(SCOPE, key, LIMIT);
    const endsAtMs = NOW_MS + 7 * DAY_MS;
    await store.replace(SCOPE, key.id, {
      by: aKey({ name: 'new' }).key,
      endsAtMs,
      limit: LIMIT,
    });
    await knex('service_keys').update({ created_at: NOW_MS - 60 * DAY_MS });
    expect(await titlesWith(3, endsAtMs)).toEqual([]);
    await store.touch(SCOPE, key.id, { atMs: nowMs, unlessSinceMs: 0 });
    expect(await titlesWith(2.5, endsAtMs)).toHaveLength(1);
    expect(send.mock.calls[0][0].payload.description).toContain('still used');
  });

  it('tries again what could not be sent, and lets it not keep others from it', async () => {
    for (const name of ['one', 'two']) {
      await store.add(SCOPE, aKey({ name }).key, LIMIT);
    }
    const { expiresAtMs } = aKey().key;
    send.mockRejectedValueOnce(new Error('down'));
    expect(await titlesWith(14, expiresAtMs)).toHaveLength(2);
    expect(await titlesWith(14, expiresAtMs)).toHaveLength(1);
    expect(await titlesWith(14, expiresAtMs)).toHaveLength(0);
  });

  it('waits while a team has nobody to tell', async () => {
    const { key } = aKey();
    await store.add(SCOPE, key, LIMIT);
    membersOf.mockResolvedValueOnce([]);
    expect(await titlesWith(14, key.expiresAtMs)).toEqual([]);
    expect(await titlesWith(13, key.expiresAtMs)).toHaveLength(1);
  });

  it('says nothing of revoked keys, nor of what the configuration names no more', async () => {
    const { key } = aKey();
    await store.add(SCOPE, key, LIMIT);
    await store.revoke(SCOPE, key.id, NOW_MS);
    await store.putConfigured(SCOPE, aKey({ createdBy: 'config' }).key);
    expect(await titlesWith(3, key.expiresAtMs)).toEqual([]);
  });
});
