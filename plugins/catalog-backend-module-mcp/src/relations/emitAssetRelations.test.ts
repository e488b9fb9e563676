import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';

import { agentEntity, serverEntity } from '../__testUtils__/entities';
import {
  eventually,
  startTestCatalog,
} from '../__testUtils__/startTestCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  // PostgreSQL takes part where a running one is named in the environment.
  disableDocker: true,
});

function relationsOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? []).map(
    ({ type, targetRef }) => `${type} ${targetRef}`,
  );
}

describe.each(databases.eachSupportedId())('emitAssetRelations, %s', id => {
  it("writes nothing of a team's server or agent on entities of others", async () => {
    const catalog = await startTestCatalog({ knex: await databases.init(id) });
    const hidden = { visibility: 'team', system: 'payouts' };
    await catalog.setEntities([
      serverEntity('vault', hidden),
      serverEntity('ledger', { system: 'payouts' }),
      agentEntity('guard', { ...hidden, mcpServers: [{ ref: 'ledger' }] }),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'payments' },
        spec: { type: 'team', children: [] },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'payouts' },
        spec: { owner: 'payments' },
      },
    ]);
    // An entity shows as soon as it is processed, its relations a little later.
    const found = await eventually(async () => {
      const relations = (
        await Promise.all([
          catalog.getEntity('api:default/ledger'),
          catalog.getEntity('group:default/payments'),
          catalog.getEntity('system:default/payouts'),
          catalog.getEntity('component:default/guard'),
          catalog.getEntity('api:default/vault'),
        ])
      ).map(relationsOf);
      const counts = relations.map(({ length }) => length);
      return (
        [2, 2, 2, 3, 2].every((count, i) => counts[i] >= count) && relations
      );
    });
    expect(found).toEqual([
      ['ownedBy group:default/payments', 'partOf system:default/payouts'],
      ['ownerOf api:default/ledger', 'ownerOf system:default/payouts'],
      ['hasPart api:default/ledger', 'ownedBy group:default/payments'],
      [
        'consumesApi api:default/ledger',
        'ownedBy group:default/payments',
        'partOf system:default/payouts',
      ],
      ['ownedBy group:default/payments', 'partOf system:default/payouts'],
    ]);
    await catalog.stop();
  });
});
