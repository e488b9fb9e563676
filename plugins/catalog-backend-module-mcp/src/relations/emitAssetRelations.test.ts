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
    const others = await eventually(async () => {
      const found = await Promise.all([
        catalog.getEntity('api:default/ledger'),
        catalog.getEntity('group:default/payments'),
        catalog.getEntity('system:default/payouts'),
      ]);
      const hasAll =
        (await catalog.getEntities()).length === 5 &&
        relationsOf(found[2]).length === 2;
      return hasAll && found;
    });
    expect(others.map(relationsOf)).toEqual([
      ['ownedBy group:default/payments', 'partOf system:default/payouts'],
      ['ownerOf api:default/ledger', 'ownerOf system:default/payouts'],
      ['hasPart api:default/ledger', 'ownedBy group:default/payments'],
    ]);
    expect(
      relationsOf(await catalog.getEntity('component:default/guard')),
    ).toEqual([
      'consumesApi api:default/ledger',
      'ownedBy group:default/payments',
      'partOf system:default/payouts',
    ]);
    expect(relationsOf(await catalog.getEntity('api:default/vault'))).toEqual([
      'ownedBy group:default/payments',
      'partOf system:default/payouts',
    ]);
    await catalog.stop();
  });
});
