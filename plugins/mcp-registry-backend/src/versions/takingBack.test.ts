import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { anAgent, aUse } from '../__testUtils__/samples';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { ADMIN, OWNER, STRANGER } from '../__testUtils__/startTestRegistry';

const system = systemScope();
const LOGISTICS = {
  ownerRef: 'group:default/logistics',
  ownerTitle: 'Logistics',
};

describeOnBothDatabases('published versions, taken back,', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  const get = (path: string, user = STRANGER) => registry.call(user, path);
  const versionsOf = async (name: string, query = '') =>
    (await get(`/servers/${name}/versions${query}`)).body;

  function deprecate(
    name: string,
    version: string,
    body: object,
    user = OWNER,
  ) {
    const path = `/servers/${name}/versions/${version}/deprecation`;
    return registry.call(user, path, { method: 'POST', body });
  }

  function remove(name: string, version: string, query = '', user = OWNER) {
    const path = `/servers/${name}/versions/${version}${query}`;
    return registry.call(user, path, { method: 'DELETE' });
  }

  it('are deprecated with a reason, and restored', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    await registry.published(name, '2.0.0', 'b');
    const answer = await deprecate(name, '2.0.0', {
      reason: 'It loses cents',
      replacement: '1.0.0',
      sunsetOn: '2027-01-31',
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        status: 'deprecated',
        latest: false,
        deprecation: {
          by: OWNER,
          at: expect.any(String),
          reason: 'It loses cents',
          replacement: '1.0.0',
          sunsetOn: '2027-01-31',
        },
      }),
    ]);
    // What is newest is what nobody advises against.
    expect((await get(`/servers/${name}`)).body.version).toBe('1.0.0');
    expect((await get(`/servers/${name}/versions/latest`)).body.version).toBe(
      '1.0.0',
    );

    const other = await registry.newServer();
    const again = await deprecate(name, '2.0.0', {
      reason: 'It moved',
      replacement: other,
    });
    expect(again.body.deprecation).toEqual(
      expect.objectContaining({
        reason: 'It moved',
        replacement: `api:default/${other}`,
      }),
    );
    expect(again.body.deprecation).not.toHaveProperty('sunsetOn');

    const restored = await registry.call(
      OWNER,
      `/servers/${name}/versions/2.0.0/deprecation`,
      { method: 'DELETE' },
    );
    expect([restored.status, restored.body]).toEqual([
      200,
      expect.objectContaining({ status: 'active', latest: true }),
    ]);
    expect(restored.body).not.toHaveProperty('deprecation');
  });

  it.each<[string, object, string]>([
    ['no reason', {}, 'reason'],
    ['a blank reason', { reason: '  ' }, 'Give a reason'],
    ['a day that is none', { reason: 'x', sunsetOn: '2026-02-30' }, 'no day'],
    ['an instant', { reason: 'x', sunsetOn: '2026-02-01T00:00:00Z' }, 'sunset'],
    ['itself', { reason: 'x', replacement: '1.0.0' }, "can't replace"],
    ['no version', { reason: 'x', replacement: '7.0.0' }, "can't replace"],
    [
      'no server',
      { reason: 'x', replacement: 'nothing' },
      'There is no server',
    ],
    ['no name at all', { reason: 'x', replacement: ':' }, 'not an entity ref'],
    ['an unknown field', { reason: 'x', why: 'y' }, 'leave out "why"'],
    ['a number for a reason', { reason: 1 }, 'reason must be string'],
  ])('are not deprecated with %s', async (_, body, named) => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const answer = await deprecate(name, '1.0.0', body);
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      expect.stringContaining(named),
    ]);
  });

  it('are not replaced by a server that the caller may not see', async () => {
    const secret = await registry.newServer({
      ownerRef: 'group:default/logistics',
      visibility: 'team',
    });
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const hidden = await deprecate(name, '1.0.0', {
      reason: 'x',
      replacement: secret,
    });
    const missing = await deprecate(name, '1.0.0', {
      reason: 'x',
      replacement: 'nothing',
    });
    expect(hidden.status).toBe(400);
    expect(hidden.text.replaceAll(secret, 'nothing')).toBe(missing.text);
  });

  it('are deleted when nothing depends on them, and their number is used up', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    await registry.published(name, '1.1.0', 'a', 'b');
    await registry.agents.put(system, [
      anAgent(`${name}-agent`, {
        uses: [{ ...aUse(name), versionRange: '^1.0.0' }],
      }),
    ]);
    // The agent takes 1.1.0.
    const answer = await remove(name, '1.0.0');
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        status: 'deleted',
        deletion: expect.objectContaining({
          by: OWNER,
          reason: 'Nothing depended on it.',
        }),
      }),
    ]);
    expect((await remove(name, '1.0.0')).status).toBe(200);
    expect(await versionsOf(name)).toMatchObject({
      totalItems: 2,
      items: [{ version: '1.1.0' }, { version: '1.0.0', status: 'deleted' }],
    });

    const again = await registry.call(OWNER, `/servers/${name}/versions`, {
      method: 'POST',
      body: { version: '1.0.0', contract: { tools: [] } },
    });
    expect([again.status, errorOf(again).message]).toEqual([
      409,
      expect.stringContaining('was deleted, and its number is not used again'),
    ]);
    const taken = await deprecate(name, '1.0.0', { reason: 'x' });
    expect([taken.status, errorOf(taken).message]).toEqual([
      409,
      expect.stringContaining("which can't be taken back"),
    ]);
  });

  it('are kept while agents depend on them, unless there is a reason', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    await registry.agents.put(system, [
      anAgent(`${name}-own`, { uses: [aUse(name)] }),
      anAgent(`${name}-hidden`, {
        ...LOGISTICS,
        visibility: 'team',
        uses: [aUse(name, ['a'])],
      }),
    ]);
    const refused = await remove(name, '1.0.0');
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      name: 'ConflictError',
      message: `1.0.0 of 'api:default/${name}' is still depended on, by 1 agent of group:default/payments (1) and others that you may not see. Deprecate it and wait for them, or give a reason to delete it nevertheless.`,
      details: {
        total: 1,
        teams: [{ dependents: [{ name: `${name}-own` }] }],
      },
    });
    expect(refused.text).not.toContain('hidden');
    expect(refused.text).not.toContain('logistics');

    const blank = await remove(name, '1.0.0', '?reason=%20');
    expect([blank.status, errorOf(blank).message]).toEqual([
      400,
      expect.stringContaining('Give a reason'),
    ]);
    const deleted = await remove(
      name,
      '1.0.0',
      `?reason=${encodeURIComponent('It leaks: names & more')}`,
    );
    expect(deleted.body).toMatchObject({
      status: 'deleted',
      deletion: { reason: 'It leaks: names & more' },
    });
    expect((await get(`/servers/${name}/versions/latest`)).status).toBe(404);
  });

  it('are named exactly: another one may be latest by then', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    for (const refused of [
      await deprecate(name, 'latest', { reason: 'x' }),
      await registry.call(
        OWNER,
        `/servers/${name}/versions/latest/deprecation`,
        { method: 'DELETE' },
      ),
      await remove(name, 'latest'),
      await remove(name, 'latest', '?reason=x'),
    ]) {
      expect([refused.status, errorOf(refused).message]).toEqual([
        404,
        `'api:default/${name}' has no version latest. List its versions for those that it has.`,
      ]);
    }
    expect(await versionsOf(name)).toMatchObject({
      items: [{ status: 'active' }],
    });
  });

  it('are changed by their owner and platform admins alone', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const restore = (user: string) =>
      registry.call(user, `/servers/${name}/versions/1.0.0/deprecation`, {
        method: 'DELETE',
      });
    for (const refused of [
      await deprecate(name, '1.0.0', { reason: 'x' }, STRANGER),
      await restore(STRANGER),
      await remove(name, '1.0.0', '?reason=x', STRANGER),
    ]) {
      expect([refused.status, errorOf(refused).message]).toEqual([
        403,
        expect.stringContaining('(group:default/payments)'),
      ]);
    }
    for (const taken of [
      await deprecate(name, '1.0.0', { reason: 'x' }, ADMIN),
      await restore(ADMIN),
      await remove(name, '1.0.0', '?reason=x', ADMIN),
    ]) {
      expect(taken.status).toBe(200);
    }
  });
});
