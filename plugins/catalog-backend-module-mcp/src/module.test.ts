import { TestDatabases } from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogModelSources,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import catalogModuleAiModel from '@backstage/plugin-catalog-backend-module-ai-model';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';

import {
  agentEntity,
  agentResource,
  scriptUrl,
  serverEntity,
} from './__testUtils__/entities';
import { eventually, startTestCatalog } from './__testUtils__/startTestCatalog';

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

// Declares a type of AiResource as other vendors' layers do.
const otherVendorsModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'other-vendors-model',
  register(registration) {
    registration.registerInit({
      deps: { model: catalogModelExtensionPoint },
      async init({ model }) {
        model.addModelSource(
          CatalogModelSources.static([
            createCatalogModelLayer({
              layerId: 'vendor.example.com/agents',
              builder: layer =>
                layer.addKindVersion({
                  kind: 'AiResource',
                  versions: [
                    {
                      name: 'v1alpha1',
                      specType: 'agent',
                      schema: {
                        jsonSchema: {
                          type: 'object',
                          properties: { spec: { type: 'object' } },
                        },
                      },
                      relationFields: [
                        {
                          selector: { path: 'spec.owner' },
                          relation: 'ownedBy',
                          defaultKind: 'Group',
                        },
                      ],
                    },
                  ],
                }),
            }),
          ]),
        );
      },
    });
  },
});

describe.each(databases.eachSupportedId())('catalogModuleMcp, %s', id => {
  it('takes in servers and agents, and relates them', async () => {
    const catalog = await startTestCatalog({ knex: await databases.init(id) });
    await catalog.setEntities([
      serverEntity('ledger', { system: 'payouts', trust: 'internal' }),
      serverEntity('fx-rates', { owner: 'nobody-here' }),
      agentEntity('clerk', {
        consumesApis: ['ledger', 'plain-api'],
        mcpServers: [{ ref: 'api:default/ledger' }, { ref: 'fx-rates' }],
      }),
      agentResource('reviewer', {
        system: 'payouts',
        mcpServers: [{ ref: 'ledger', version: '^1.0.0' }],
        consumesApis: ['fx-rates'],
      }),
    ]);

    // An entity shows as soon as it is processed, its relations a little later.
    const relations = (ref: string, count: number) =>
      eventually(async () => {
        const found = relationsOf(await catalog.getEntity(ref));
        return found.length >= count && found;
      });
    expect(await relations('api:default/ledger', 4)).toEqual([
      'apiConsumedBy airesource:default/reviewer',
      'apiConsumedBy component:default/clerk',
      'ownedBy group:default/payments',
      'partOf system:default/payouts',
    ]);
    expect(await relations('component:default/clerk', 4)).toEqual([
      'consumesApi api:default/fx-rates',
      'consumesApi api:default/ledger',
      'consumesApi api:default/plain-api',
      'ownedBy group:default/payments',
    ]);
    expect(await relations('airesource:default/reviewer', 4)).toEqual([
      'consumesApi api:default/fx-rates',
      'consumesApi api:default/ledger',
      'ownedBy group:default/payments',
      'partOf system:default/payouts',
    ]);
    // A missing owner leaves the relation, and no mark that it leads nowhere.
    expect(await relations('api:default/fx-rates', 3)).toContain(
      'ownedBy group:default/nobody-here',
    );
    await catalog.stop();
  });

  it('refuses a bad entity with the name of its field, and no other', async () => {
    const catalog = await startTestCatalog({ knex: await databases.init(id) });
    const plainApi: Entity = {
      ...serverEntity('plain'),
      spec: {
        type: 'openapi',
        lifecycle: 'production',
        owner: 'payments',
        definition: 'openapi: 3.1.0',
        trust: 'whatever this means here',
      },
    };
    const service = agentEntity('service', {
      type: 'service',
      mcpServers: 'whatever this means here',
    });
    await catalog.setEntities([
      serverEntity('ledger', { trust: 'internal' }),
      agentEntity('clerk'),
    ]);
    await eventually(async () => (await catalog.getEntities()).length === 2);

    await catalog.setEntities([
      serverEntity('ledger', { trust: 'high' }),
      serverEntity('new-and-bad', { onCall: scriptUrl }),
      agentEntity('clerk', { mcpServers: [{ ref: 'x', version: 'newest' }] }),
      serverEntity('neighbour'),
      plainApi,
      service,
    ]);
    const messages = await eventually(async () => {
      const items = await Promise.all(
        ['api:default/ledger', 'component:default/clerk'].map(async ref => {
          const entity = await catalog.getEntity(ref);
          return entity?.status?.items?.[0].message;
        }),
      );
      return items.every(Boolean) && items;
    });
    expect(messages).toEqual([
      expect.stringContaining(
        'spec.trust must be one of internal, verified-third-party, unverified (it is "high")',
      ),
      expect.stringContaining(
        'spec.mcpServers[0].version is not a semver range (it is "newest")',
      ),
    ]);
    await eventually(async () => {
      const names = (await catalog.getEntities()).map(e => e.metadata.name);
      return ['neighbour', 'plain', 'service'].every(n => names.includes(n));
    });
    // What was good before stays; what never was good doesn't appear.
    expect((await catalog.getEntity('api:default/ledger'))?.spec?.trust).toBe(
      'internal',
    );
    expect(await catalog.getEntity('api:default/new-and-bad')).toBeUndefined();
    await catalog.stop();
  });

  it('says before registration what is wrong, for its own fields and for those of upstream', async () => {
    const catalog = await startTestCatalog({ knex: await databases.init(id) });
    const validate = async (entity: Entity) => {
      const response = await catalog.request('/validate-entity', {
        entity: entity as never,
        location: 'url:https://git.example.com/catalog-info.yaml',
      });
      return { status: response.status, text: await response.text() };
    };
    expect((await validate(serverEntity('ledger'))).status).toBe(200);
    expect(await validate(serverEntity('ledger', { trust: 'high' }))).toEqual({
      status: 400,
      text: expect.stringContaining('spec.trust must be one of'),
    });
    expect(await validate(serverEntity('ledger', { remotes: [] }))).toEqual({
      status: 400,
      text: expect.stringContaining('/spec/remotes'),
    });
    expect(await validate(agentEntity('clerk', { owner: 7 }))).toEqual({
      status: 400,
      text: expect.stringContaining('/spec/owner'),
    });
    await catalog.stop();
  });

  it("stands beside upstream's module and another vendor's layer for agents", async () => {
    const catalog = await startTestCatalog({
      knex: await databases.init(id),
      features: [catalogModuleAiModel, otherVendorsModule],
    });
    await catalog.setEntities([
      serverEntity('ledger'),
      agentResource('reviewer', { mcpServers: [{ ref: 'ledger' }] }),
    ]);
    const related = await eventually(async () => {
      const found = relationsOf(
        await catalog.getEntity('airesource:default/reviewer'),
      );
      return found.length >= 2 && found;
    });
    expect(related).toEqual([
      'consumesApi api:default/ledger',
      'ownedBy group:default/payments',
    ]);
    await catalog.stop();
  });
});
