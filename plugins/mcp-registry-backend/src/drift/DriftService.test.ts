import { createServers } from '../__testUtils__/createServers';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aSnapshot, memberScope, NOW } from '../__testUtils__/samples';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseDriftStore } from './DatabaseDriftStore';
import { DriftJudge } from './DriftJudge';
import { DriftService } from './DriftService';

const owner = memberScope('group:default/payments');
const BILLING = 'api:default/billing';

describeOnBothDatabases('DriftService', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const servers = createServers(knex);
    await servers.add('billing');
    await servers.publish('billing', '1.0.0', aSnapshot({ charge: 'x' }));
    const { snapshot } = await servers.offer('billing', { refund: 'x' });
    const store = new DatabaseDriftStore({ knex });
    const service = new DriftService({
      servers: new DatabaseServerStore({
        knex,
        searchIndex: new ServerSearchIndex({ knex }),
      }),
      versions: servers.versions,
      store,
      judge: new DriftJudge({ severities: {} }),
    });
    return { servers, store, service, live: snapshot.sha256 };
  }

  it('does not pass for acknowledged what came to be live meanwhile', async () => {
    const { servers, store, service, live } = await setUp();
    const keep = store.acknowledge.bind(store);
    jest.spyOn(store, 'acknowledge').mockImplementation(async (...given) => {
      const kept = await keep(...given);
      await servers.offer('billing', { rebate: 'x' });
      return kept;
    });
    await expect(
      service.acknowledge(
        owner,
        BILLING,
        { snapshot: live, reason: 'We know' },
        { by: 'user:default/petra', at: NOW },
      ),
    ).rejects.toThrow(/is not what .* offers by now/);
  });

  it('shows no difference that is not that of the drift', async () => {
    const { servers, store, service } = await setUp();
    const find = store.get.bind(store);
    jest.spyOn(store, 'get').mockImplementation(async (...given) => {
      const drift = await find(...given);
      await servers.publish('billing', '2.0.0', aSnapshot({ rebate: 'x' }));
      return drift;
    });
    expect(await service.get(owner, BILLING)).toBeUndefined();
  });
});
