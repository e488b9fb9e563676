import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  anAgent,
  aSnapshot,
  aUse,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { createServers } from '../__testUtils__/createServers';
import { systemScope } from '../access';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseDependentStore } from '../dependents/DatabaseDependentStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { RetirementService } from './RetirementService';

const system = systemScope();
const owner = memberScope('group:default/payments');
const REF = 'api:default/ledger';
const ACT = { by: 'user:default/ada', at: NOW.toISOString(), reason: 'Leaks' };

describeOnBothDatabases('RetirementService', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const servers = createServers(knex);
    await servers.add('ledger');
    await servers.publish('ledger', '1.0.0', aSnapshot({ a: 'x' }));
    await servers.publish('ledger', '1.1.0', aSnapshot({ a: 'x', b: 'x' }));
    await new DatabaseAgentIndexStore({ knex }).put(system, [
      anAgent('pinned', {
        uses: [{ ...aUse('ledger'), versionRange: '^1.0.0' }],
      }),
    ]);
    const dependents = new DatabaseDependentStore({ knex });
    const serverStore = new DatabaseServerStore({
      knex,
      searchIndex: new ServerSearchIndex({ knex }),
    });
    const service = new RetirementService({
      servers: serverStore,
      versions: servers.versions,
      dependents,
    });
    return { servers, serverStore, dependents, service };
  }

  it('looks again who depends on a version when another one went meanwhile', async () => {
    const { servers, dependents, service } = await setUp();
    const read = dependents.users.bind(dependents);
    jest.spyOn(dependents, 'users').mockImplementationOnce(async (...asked) => {
      const users = await read(...asked);
      // From now on the agent takes 1.0.0.
      await servers.versions.delete(system, REF, '1.1.0', ACT);
      return users;
    });
    await expect(
      service.delete(owner, REF, '1.0.0', { by: ACT.by }),
    ).rejects.toThrow(/still depended on, by 1 agent/);
  });

  it('does not say that a version is deprecated that was deleted meanwhile', async () => {
    const { servers, serverStore, service } = await setUp();
    const find = serverStore.get.bind(serverStore);
    jest.spyOn(serverStore, 'get').mockImplementation(async (scope, ref) => {
      if (ref === 'api:default/other') {
        await servers.versions.delete(system, REF, '1.0.0', ACT);
        return find(scope, REF);
      }
      return find(scope, ref);
    });
    await expect(
      service.deprecate(owner, REF, '1.0.0', {
        by: ACT.by,
        reason: 'Old',
        replacement: 'other',
      }),
    ).rejects.toThrow(/1\.0\.0 of .* is deleted/);
  });

  it('does not tell how many agents there are that the caller may not see', async () => {
    const { service } = await setUp();
    const blind = { ...owner, agents: { kind: 'none' as const } };
    await expect(
      service.delete(blind, REF, '1.1.0', { by: ACT.by }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('by agents that you may not see.'),
      details: { total: 0, teams: [] },
    });
  });
});
