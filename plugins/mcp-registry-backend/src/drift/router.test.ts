import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aSnapshot } from '../__testUtils__/samples';
import {
  ADMIN,
  OWNER,
  startTestRegistry,
  STRANGER,
  TestRegistry,
} from '../__testUtils__/startTestRegistry';
import { createServers } from '../__testUtils__/createServers';

const ACKNOWLEDGEMENT = '/drift/acknowledgement';

describeOnBothDatabases('drift over HTTP', createKnex => {
  let registry: TestRegistry;
  let servers: ReturnType<typeof createServers>;
  let live: string;

  beforeEach(async () => {
    const knex = await createKnex();
    servers = createServers(knex);
    for (const name of ['billing', 'vault']) {
      await servers.add(name, {
        visibility: name === 'vault' ? 'team' : 'organisation',
      });
      await servers.publish(name, '1.2.3', aSnapshot({ charge: 'Charges' }));
      const answer = await servers.offer(name, { quokka: 'Refunds' });
      live = answer.snapshot.sha256;
    }
    await servers.add('calm');
    await servers.offer('calm', { a: 'x' });
    registry = await startTestRegistry(knex);
  });

  afterEach(() => registry.backend.stop());

  const acknowledge = (user: string, server: string, body: unknown) =>
    registry.call(user, `/servers/${server}${ACKNOWLEDGEMENT}`, {
      method: 'POST',
      body,
    });

  it('says what differs, and as what it could be published', async () => {
    const { body } = await registry.call(OWNER, '/servers/billing/drift');
    expect(body.drift).toMatchObject({
      version: '1.2.3',
      snapshot: live,
      diff: { verdict: 'breaking', requiredBump: 'major' },
      smallestVersion: '2.0.0',
      mayResolve: true,
    });
    const calm = await registry.call(OWNER, '/servers/calm/drift');
    expect([calm.status, calm.body]).toEqual([200, { drift: null }]);
  });

  it('tells each caller whether they may end it', async () => {
    const mayResolve = async (user: string) => {
      const { body } = await registry.call(user, '/servers/billing/drift');
      return (body.drift as { mayResolve: boolean }).mayResolve;
    };
    expect(await mayResolve(ADMIN)).toBe(true);
    expect(await mayResolve(STRANGER)).toBe(false);
  });

  it('ends when what is live is published', async () => {
    const published = await registry.call(OWNER, '/servers/billing/versions', {
      method: 'POST',
      body: { version: '2.0.0', contract: 'live', expectedSnapshot: live },
    });
    expect(published.status).toBe(201);
    const { body } = await registry.call(OWNER, '/servers/billing/drift');
    expect(body).toEqual({ drift: null });
    expect((await registry.call(ADMIN, '/drifts')).body.totalItems).toBe(1);
  });

  it('lets its owner say why it may stay', async () => {
    const answer = await acknowledge(OWNER, 'billing', {
      snapshot: live,
      reason: 'An experiment',
    });
    expect(answer.status).toBe(200);
    expect(answer.body.acknowledgement).toMatchObject({
      by: OWNER,
      reason: 'An experiment',
    });
    const { body } = await registry.call(STRANGER, '/drifts');
    expect(body).toMatchObject({
      totalItems: 1,
      items: [
        {
          server: { ref: 'api:default/billing', name: 'billing' },
          version: '1.2.3',
          class: 'breaking',
          acknowledged: true,
        },
      ],
    });
  });

  it('takes the word of nobody else', async () => {
    const request = { snapshot: live, reason: 'Mine now' };
    const refused = await acknowledge(STRANGER, 'billing', request);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('group:default/payments');
    expect((await acknowledge(STRANGER, 'vault', request)).status).toBe(404);
    expect((await acknowledge(ADMIN, 'vault', request)).status).toBe(200);
    const { body } = await registry.call(OWNER, '/servers/billing/drift');
    expect(body.drift).not.toHaveProperty('acknowledgement');
  });

  it('refuses to acknowledge what is not live any more, or no drift', async () => {
    const request = { snapshot: live, reason: 'We know' };
    await servers.offer('billing', { another: 'x' });
    const late = await acknowledge(OWNER, 'billing', request);
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining("is not what 'api:default/billing' offers"),
    ]);
    await servers.offer('billing', { charge: 'Charges' });
    expect((await acknowledge(OWNER, 'billing', request)).status).toBe(409);
  });

  it.each([
    ['no body', undefined],
    ['no reason', { snapshot: 'a'.repeat(64) }],
    ['a blank reason', { snapshot: 'a'.repeat(64), reason: '  ' }],
    ['no snapshot', { reason: 'x' }],
    ['a snapshot that is none', { snapshot: 'x', reason: 'x' }],
    ['a field too many', { snapshot: 'a'.repeat(64), reason: 'x', by: 'me' }],
    ['no JSON', '{'],
  ])('refuses %s', async (_, body) => {
    const answer = await acknowledge(OWNER, 'billing', body);
    expect([answer.status, answer.body.error]).toEqual([
      400,
      expect.objectContaining({ name: 'InputError' }),
    ]);
  });

  it('tells those who may not know of a server nothing', async () => {
    const hidden = await registry.call(STRANGER, '/servers/vault/drift');
    const missing = await registry.call(STRANGER, '/servers/nothing/drift');
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll('vault', 'nothing')).toBe(missing.text);
    const list = await registry.call(STRANGER, '/drifts');
    expect(list.body.totalItems).toBe(1);
    expect(list.text).not.toContain('vault');
    expect((await registry.call(OWNER, '/drifts')).body.totalItems).toBe(2);
    expect((await registry.call(undefined, '/drifts')).status).toBe(401);
  });
});
