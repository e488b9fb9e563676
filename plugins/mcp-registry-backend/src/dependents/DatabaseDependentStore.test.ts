import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  aGoodAttempt,
  anAgent,
  aServer,
  aUse,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseDependentStore } from './DatabaseDependentStore';

const system = systemScope();
const logistics = memberScope('group:default/logistics');

describeOnBothDatabases('DatabaseDependentStore', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const servers = new DatabaseServerIndexStore({ knex, searchIndex });
    await servers.put(
      system,
      [aServer('billing'), aServer('secret', { visibility: 'team' })],
      NOW,
    );
    await new DatabaseIntrospectionStore({ knex, searchIndex }).record(
      system,
      'api:default/billing',
      aGoodAttempt({ charge: 'x' }),
    );
    await new DatabaseAgentIndexStore({ knex }).put(system, [
      anAgent('dunning', {
        uses: [
          { ...aUse('billing', ['charge', 'gone']), versionRange: '^1.0.0' },
          aUse('secret'),
        ],
      }),
      anAgent('hidden', { visibility: 'team', uses: [aUse('billing')] }),
      anAgent('parcels', {
        ownerRef: 'group:default/logistics',
        uses: [aUse('billing')],
      }),
    ]);
    return { servers, dependents: new DatabaseDependentStore({ knex }) };
  }

  it('tells who depends on a server, by team', async () => {
    const { dependents } = await setUp();
    const answer = await dependents.list(system, 'api:default/billing', {
      limit: 1,
    });
    expect(answer).toMatchObject({
      totalItems: 3,
      teams: [
        { owner: { ref: 'group:default/payments' }, count: 2 },
        { owner: { ref: 'group:default/logistics' }, count: 1 },
      ],
      items: [
        {
          name: 'dunning',
          evidence: 'declared',
          versionRange: '^1.0.0',
          missingTools: ['gone'],
        },
      ],
    });
    expect(await dependents.list(logistics, 'api:default/secret', {})).toEqual({
      totalItems: 0,
      teams: [],
      items: [],
    });
  });

  it('counts only those that the caller may see', async () => {
    const { dependents } = await setUp();
    const answer = await dependents.list(logistics, 'api:default/billing', {});
    expect(answer.totalItems).toBe(2);
    expect(answer.items.map(item => item.name)).toEqual(['dunning', 'parcels']);
    expect(answer.teams.map(team => team.count)).toEqual([1, 1]);
  });

  it('has none of a server that the catalog lost', async () => {
    const { dependents, servers } = await setUp();
    await servers.remove(system, ['api:default/billing'], NOW);
    expect(await dependents.list(system, 'api:default/billing', {})).toEqual({
      totalItems: 0,
      teams: [],
      items: [],
    });
  });
});
