import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { STRANGER } from '../__testUtils__/startTestRegistry';

describeOnBothDatabases('published versions', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  const get = (path: string, user = STRANGER) => registry.call(user, path);
  const versionsOf = async (name: string, query = '') =>
    (await get(`/servers/${name}/versions${query}`)).body;

  it('are listed newest first, by the order of versions, a page at a time', async () => {
    const name = await registry.newServer();
    for (const version of ['2.0.0', '10.0.0', '10.0.1-rc.1', '9.0.0']) {
      await registry.published(name, version, 'a');
    }
    expect(await versionsOf(name)).toMatchObject({
      totalItems: 4,
      items: [
        { version: '10.0.1-rc.1', latest: false },
        { version: '10.0.0', latest: true },
        { version: '9.0.0', latest: false },
        { version: '2.0.0', latest: false },
      ],
    });
    expect(await versionsOf(name, '?limit=2&offset=1')).toMatchObject({
      totalItems: 4,
      items: [{ version: '10.0.0' }, { version: '9.0.0' }],
    });
  });

  it('are shown with their contract, that of their base, and what changed', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    await registry.published(name, '1.1.0', 'a', 'b');
    const { body } = await get(`/servers/${name}/versions/1.1.0`);
    expect(body).toMatchObject({
      version: '1.1.0',
      base: '1.0.0',
      verdict: 'additive',
      counts: { additive: 1, breaking: 0 },
      highlights: [expect.stringContaining('b')],
      contract: { tools: [{ name: 'a' }, { name: 'b' }] },
      baseContract: { tools: [{ name: 'a' }] },
      changes: [{ class: 'additive', where: { tool: 'b' } }],
    });
    expect(body).not.toHaveProperty('smallestVersion');
    expect((await get(`/servers/${name}/versions/latest`)).body).toEqual(body);
    const missing = await get(`/servers/${name}/versions/3.0.0`);
    expect([missing.status, errorOf(missing).message]).toEqual([
      404,
      expect.stringContaining('has no version 3.0.0'),
    ]);
  });

  it('of a team-only server are as if they did not exist for others', async () => {
    const secret = await registry.newServer({ visibility: 'team' });
    await registry.published(secret, '1.0.0', 'a');
    const calls: [string, { method?: string; body?: object }][] = [
      ['/versions', {}],
      ['/versions/1.0.0', {}],
      ['/versions/latest', {}],
      ['/versions/1.0.0', { method: 'DELETE' }],
      [
        '/versions/1.0.0/deprecation',
        { method: 'POST', body: { reason: 'x' } },
      ],
      ['/versions/1.0.0/deprecation', { method: 'DELETE' }],
      ['/compare?from=1.0.0&to=latest', {}],
      ['/consumers', {}],
    ];
    for (const [path, options] of calls) {
      const hidden = await registry.call(
        STRANGER,
        `/servers/${secret}${path}`,
        options,
      );
      const missing = await registry.call(
        STRANGER,
        `/servers/nothing${path}`,
        options,
      );
      expect([path, hidden.status]).toEqual([path, 404]);
      expect(hidden.text.replaceAll(secret, 'nothing')).toBe(missing.text);
      const anyone = await registry.call(
        undefined,
        `/servers/${secret}${path}`,
        options,
      );
      expect([path, anyone.status]).toEqual([path, 401]);
    }
  });
});
