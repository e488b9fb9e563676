import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aGoodAttempt, anAgent, aUse } from '../__testUtils__/samples';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { STRANGER } from '../__testUtils__/startTestRegistry';

const system = systemScope();

describeOnBothDatabases('contracts of a server', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  const get = (path: string, user = STRANGER) => registry.call(user, path);

  it('are compared with each other, with what is live, and by snapshot', async () => {
    const name = await registry.newServer();
    const ref = `api:default/${name}`;
    await registry.published(name, '1.0.0', 'a', 'b');
    await registry.published(name, '2.0.0', 'a');
    const live = aGoodAttempt({ a: 'x', c: 'y' });
    await registry.introspection.record(system, ref, live);
    await registry.agents.put(system, [
      anAgent(`${name}-one`, {
        uses: [{ ...aUse(name, ['b']), versionRange: '^1.0.0' }],
      }),
      anAgent(`${name}-two`, {
        uses: [{ ...aUse(name, ['b']), versionRange: '^2.0.0' }],
      }),
    ]);
    const compare = async (from: string, to: string) =>
      (await get(`/servers/${name}/compare?from=${from}&to=${to}`)).body;

    const between = await compare('1.0.0', 'latest');
    expect(between).toMatchObject({
      from: { name: '1.0.0', version: '1.0.0' },
      to: { name: 'latest', version: '2.0.0', contract: { tools: [{}] } },
      diff: { verdict: 'breaking', requiredBump: 'major' },
      breaks: { total: 1, teams: [{ dependents: [{ name: `${name}-one` }] }] },
    });
    const { sha256 } = live.answer.snapshot!;
    for (const to of ['live', sha256]) {
      expect(await compare('2.0.0', to)).toMatchObject({
        to: { name: to, snapshot: sha256 },
        diff: { verdict: 'additive' },
        breaks: { total: 0 },
      });
    }
    const { snapshot } = (between as { from: { snapshot: string } }).from;
    expect(await compare(snapshot, '1.0.0')).toMatchObject({
      from: { name: snapshot, version: '1.0.0' },
      diff: { verdict: 'none', changes: [] },
    });
  });

  it.each([
    ['from=1.0.0', 400, 'to'],
    ['from=1.0.0&to=newest', 400, 'names no contract'],
    ['from=1.0.0&to=^1.0.0', 400, 'names no contract'],
    ['from=1.0.0&to=7.0.0', 404, 'has no version 7.0.0'],
    ['from=1.0.0&to=live', 404, 'has never answered'],
    [`from=1.0.0&to=${'f'.repeat(64)}`, 404, 'nor published it'],
  ])('are not compared by %s', async (query, status, named) => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const answer = await get(`/servers/${name}/compare?${query}`);
    expect([answer.status, errorOf(answer).message]).toEqual([
      status,
      expect.stringContaining(named),
    ]);
  });
});
