import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  NewServiceKey,
  ServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  ADA,
  DORA,
  FIONA,
  FRANK,
  LOGISTICS,
  PAYMENTS,
  PETRA,
} from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';

const KEYS = `/teams/${encodeURIComponent(PAYMENTS)}/keys`;
const REGISTRY = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:mcp-registry'),
  targetPluginId: 'mcp-cost',
});

describeOnBothDatabases('service keys', createKnex => {
  let cost: TestCost;
  let knex: Knex;

  beforeEach(async () => {
    knex = await createKnex();
    cost = await startTestCost(knex);
  });

  afterEach(() => cost.backend.stop());

  async function make(
    by = PETRA,
    request: object = { name: 'collector', scopes: ['ingest'] },
  ): Promise<NewServiceKey> {
    const answer = await cost.ask<NewServiceKey>(by, 'POST', KEYS, request);
    expect(answer.text).toContain('"secret":"mcpk_');
    return answer.body;
  }
  const list = async (by: string) => {
    const answer = await cost.ask<{ items: ServiceKey[] }>(by, 'GET', KEYS);
    return answer.body.items;
  };
  const verify = (secret: string, scope = 'ingest', as = REGISTRY) =>
    cost.ask(as, 'POST', '/keys/verification', { secret, scope });
  const isValid = async (secret: string) => (await verify(secret)).body.valid;

  it('are made by a member, and told once', async () => {
    const { key, secret } = await make();
    expect(key).toMatchObject({
      teamRef: PAYMENTS,
      name: 'collector',
      scopes: ['ingest'],
      createdBy: PETRA,
      state: 'active',
      reportsFor: [],
      mayManage: true,
    });
    expect(Date.parse(key.expiresAt) - Date.parse(key.createdAt)).toBe(
      90 * 86_400_000,
    );
    expect(secret.startsWith(key.prefix)).toBe(true);
    const listed = await cost.ask(PETRA, 'GET', KEYS);
    expect(listed.text).toContain(key.id);
    expect(listed.text).not.toContain(secret.slice(-43));
  });

  it('are stored as a hash alone', async () => {
    const { secret } = await make();
    const stored = JSON.stringify(await knex('service_keys').select());
    expect(stored).not.toContain(secret.slice(-43));
  });

  it('are neither listed nor made nor ended by others, not even by those above', async () => {
    const { key } = await make();
    for (const other of [FRANK, DORA, FIONA]) {
      expect((await cost.ask(other, 'GET', KEYS)).status).toBe(403);
      const request = { name: 'mine', scopes: ['ingest'] };
      expect((await cost.ask(other, 'POST', KEYS, request)).status).toBe(403);
      for (const [method, path] of [
        ['DELETE', `/keys/${key.id}`],
        ['POST', `/keys/${key.id}/rotation`],
      ]) {
        const { status, text } = await cost.ask(other, method, path, {});
        expect([status, text.includes('collector')]).toEqual([404, false]);
      }
    }
    expect(await list(PETRA)).toHaveLength(1);
    expect((await list(PETRA))[0].state).toBe('active');
  });

  it('are managed by administrators too', async () => {
    const { key } = await make(ADA);
    expect((await cost.ask(ADA, 'DELETE', `/keys/${key.id}`)).status).toBe(200);
  });

  it('are not made by a pipeline with a token of Backstage', async () => {
    const request = { name: 'mine', scopes: ['ingest'] };
    const token = mockCredentials.service.header();
    expect((await cost.ask(token, 'POST', KEYS, request)).status).toBe(403);
  });

  it('belong to teams that the catalog has', async () => {
    const { status, text } = await cost.ask(ADA, 'POST', '/teams/nobody/keys', {
      name: 'x',
      scopes: ['ingest'],
    });
    expect([status, text]).toEqual([404, expect.stringContaining('no team')]);
  });

  it.each([
    ['without a name', { scopes: ['ingest'] }],
    ['with a name of blanks', { name: '\u200b  ', scopes: ['ingest'] }],
    ['with a name without end', { name: 'x'.repeat(101), scopes: ['ingest'] }],
    ['without a scope', { name: 'x', scopes: [] }],
    ['with an unknown scope', { name: 'x', scopes: ['admin'] }],
    ['for more than 90 days', { name: 'x', scopes: ['ingest'], validDays: 91 }],
    ['for no day', { name: 'x', scopes: ['ingest'], validDays: 0 }],
    ['with more', { name: 'x', scopes: ['ingest'], teamRef: LOGISTICS }],
  ])('are not made %s', async (_, request) => {
    expect((await cost.ask(PETRA, 'POST', KEYS, request)).status).toBe(400);
  });

  it('are 20 at most for a team, also when many are made at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        cost.ask(PETRA, 'POST', KEYS, { name: `${index}`, scopes: ['ingest'] }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 201)).toHaveLength(20);
    expect(statuses.filter(status => status === 409)).toHaveLength(5);
    const [first] = await list(PETRA);
    await cost.ask(PETRA, 'DELETE', `/keys/${first.id}`);
    await make();
  });

  it('work until they are revoked', async () => {
    const { key, secret } = await make();
    expect((await verify(secret)).body).toEqual({
      valid: true,
      keyId: key.id,
      teamRef: PAYMENTS,
    });
    const revoked = await cost.ask<ServiceKey>(
      PETRA,
      'DELETE',
      `/keys/${key.id}`,
    );
    expect(revoked.body).toMatchObject({ state: 'revoked', mayManage: false });
    expect(await isValid(secret)).toBe(false);
    const again = await cost.ask<ServiceKey>(
      PETRA,
      'DELETE',
      `/keys/${key.id}`,
    );
    expect(again.body.revokedAt).toBe(revoked.body.revokedAt);
  });

  it('say when they were used last', async () => {
    const { secret } = await make();
    expect((await list(PETRA))[0].lastUsedAt).toBeUndefined();
    await verify(secret);
    expect((await list(PETRA))[0].lastUsedAt).toEqual(expect.any(String));
  });

  it('are for what they were made for', async () => {
    const { secret } = await make();
    expect((await verify(secret, 'publish')).body).toEqual({
      valid: false,
      reason: 'NotAllowedError',
      message: expect.stringContaining('for ingest and not for publish'),
    });
  });

  it('are not what almost is one', async () => {
    const { secret } = await make();
    const last = secret.endsWith('A') ? 'B' : 'A';
    for (const other of [
      `${secret.slice(0, -1)}${last}`,
      secret.slice(0, -1),
      `${secret}x`,
      secret.toUpperCase(),
      'mcpk_',
    ]) {
      expect(await isValid(other)).toBe(false);
    }
  });

  it('are verified for plugins of the portal alone', async () => {
    const { secret } = await make();
    const external = mockCredentials.service.header();
    for (const caller of [PETRA, ADA, external]) {
      expect((await verify(secret, 'ingest', caller)).status).toBe(403);
    }
    expect(
      (
        await cost.ask(undefined, 'POST', '/keys/verification', {
          secret,
          scope: 'ingest',
        })
      ).status,
    ).toBe(401);
  });

  it('work beside the one that replaces them, for the overlap', async () => {
    const { key, secret } = await make();
    const rotated = await cost.ask<NewServiceKey>(
      PETRA,
      'POST',
      `/keys/${key.id}/rotation`,
      { overlapDays: 2 },
    );
    expect(rotated.status).toBe(201);
    expect(rotated.headers.get('cache-control')).toBe('no-store');
    expect(rotated.body.key).toMatchObject({
      name: 'collector',
      scopes: ['ingest'],
      state: 'active',
    });
    expect(await isValid(secret)).toBe(true);
    expect(await isValid(rotated.body.secret)).toBe(true);
    const old = (await list(PETRA)).find(({ id }) => id === key.id)!;
    expect(old).toMatchObject({
      replacedBy: rotated.body.key.id,
      state: 'expiring',
    });
    const leftMs = Date.parse(old.expiresAt) - Date.now();
    expect(Math.round(leftMs / 86_400_000)).toBe(2);
  });

  it('end at once when they are rotated without overlap, and are rotated once', async () => {
    const { key, secret } = await make();
    const rotate = () =>
      cost.ask(PETRA, 'POST', `/keys/${key.id}/rotation`, { overlapDays: 0 });
    const statuses = (await Promise.all([rotate(), rotate(), rotate()])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect(await isValid(secret)).toBe(false);
  });

  it('never live longer for having been rotated', async () => {
    const { key } = await make(PETRA, {
      name: 'short',
      scopes: ['ingest'],
      validDays: 1,
    });
    await cost.ask(PETRA, 'POST', `/keys/${key.id}/rotation`, {
      overlapDays: 30,
    });
    const old = (await list(PETRA)).find(({ id }) => id === key.id)!;
    expect(old.expiresAt).toBe(key.expiresAt);
  });

  it('report for other teams when an administrator says so, and go on when rotated', async () => {
    const { key } = await make();
    const path = `/keys/${key.id}/teams`;
    const request = { teamRefs: ['logistics', PAYMENTS] };
    for (const other of [PETRA, DORA, FIONA]) {
      expect((await cost.ask(other, 'PUT', path, request)).status).toBe(403);
    }
    const told = await cost.ask<ServiceKey>(ADA, 'PUT', path, request);
    expect(told.body.reportsFor).toEqual([LOGISTICS]);
    expect(
      (await cost.ask(ADA, 'PUT', path, { teamRefs: ['nobody'] })).status,
    ).toBe(400);
    const rotated = await cost.ask<NewServiceKey>(
      PETRA,
      'POST',
      `/keys/${key.id}/rotation`,
      {},
    );
    expect(rotated.body.key.reportsFor).toEqual([LOGISTICS]);
    const cleared = await cost.ask<ServiceKey>(
      ADA,
      'PUT',
      `/keys/${rotated.body.key.id}/teams`,
      { teamRefs: [] },
    );
    expect(cleared.body.reportsFor).toEqual([]);
  });

  it('know no id that is none', async () => {
    for (const id of ['0'.repeat(16), '%27%20or%201=1', 'A'.repeat(16)]) {
      const { status } = await cost.ask(ADA, 'DELETE', `/keys/${id}`);
      expect([400, 404]).toContain(status);
    }
  });
});
