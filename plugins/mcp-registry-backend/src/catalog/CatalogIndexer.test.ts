import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aServer, NOW } from '../__testUtils__/samples';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseAgentStore } from '../agents/DatabaseAgentStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerAnnouncer } from '../servers/ServerAnnouncer';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { CatalogIndexer } from './CatalogIndexer';
import { CatalogReader } from './CatalogReader';

const system = systemScope();

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', profile: { displayName: 'Payments' } },
};

function server(name: string, spec = {}, metadata = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, ...metadata },
    spec: {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: 'payments',
      remotes: [{ type: 'streamable-http', url: 'https://x.example/mcp' }],
      ...spec,
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

function agent(name: string, spec = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: {
      type: 'ai-agent',
      lifecycle: 'production',
      owner: 'payments',
      ...spec,
    },
  };
}

describeOnBothDatabases('CatalogIndexer', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const serverIndex = new DatabaseServerIndexStore({ knex, searchIndex });
    const put = jest.spyOn(serverIndex, 'put');
    const events = mockServices.events.mock();
    const logger = mockServices.logger.mock();
    return {
      put,
      /** What others were told, and forgets it. */
      told: () =>
        events.publish.mock.calls
          .splice(0)
          .map(([{ eventPayload }]) => eventPayload),
      serverIndex,
      servers: new DatabaseServerStore({ knex, searchIndex }),
      agents: new DatabaseAgentStore({ knex }),
      index: (entities: Entity[], catalog = catalogServiceMock({ entities })) =>
        new CatalogIndexer({
          catalog: new CatalogReader({ catalog, auth: mockServices.auth() }),
          servers: serverIndex,
          agents: new DatabaseAgentIndexStore({ knex }),
          announcer: new ServerAnnouncer({ events, logger }),
          logger,
        }).run(system, NOW),
    };
  }

  it('indexes servers with what they declare, and nothing that is not a server', async () => {
    const { index, servers } = await setUp();
    await index([
      payments,
      server(
        'billing',
        {
          trust: 'internal',
          dataSensitivity: 'confidential',
          onCall: 'https://oncall.example/billing',
          packages: [
            {
              registryType: 'npm',
              identifier: 'billing-mcp',
              version: '2.1.0',
            },
          ],
        },
        {
          title: 'Billing',
          description: 'Invoices',
          tags: ['money'],
          annotations: { 'mcp-portal.io/sample': 'true' },
        },
      ),
      { ...server('rest'), spec: { type: 'openapi' } },
    ]);
    const page = await servers.list(system, {});
    expect(page.totalItems).toBe(1);
    expect(page.items[0]).toMatchObject({
      ref: 'api:default/billing',
      title: 'Billing',
      purpose: 'Invoices',
      owner: {
        ref: 'group:default/payments',
        exists: true,
        title: 'Payments',
      },
      trust: 'internal',
      visibility: 'organisation',
      dataSensitivity: 'confidential',
      sample: true,
      version: '2.1.0',
    });
    expect(
      (await servers.get(system, 'api:default/billing'))?.declared,
    ).toEqual({
      remotes: [{ type: 'streamable-http', url: 'https://x.example/mcp' }],
      packages: [
        { registryType: 'npm', identifier: 'billing-mcp', version: '2.1.0' },
      ],
      onCall: 'https://oncall.example/billing',
      tags: ['money'],
      links: [],
    });
  });

  it('keeps why a server was made, as one bounded line of plain text', async () => {
    const { index, servers } = await setUp();
    await index([
      payments,
      server(
        'billing',
        {},
        {
          annotations: {
            'mcp-portal.io/why-new': `  Ledger has\nno \u202eexport. ${'x'.repeat(
              2000,
            )}`,
            'mcp-portal.io/created-from': 'mcp-server-typescript@1',
          },
        },
      ),
    ]);
    const { declared } = (await servers.get(system, 'api:default/billing'))!;
    expect(declared.createdFrom).toBe('mcp-server-typescript@1');
    expect(declared.whyNew).toMatch(/^Ledger has no export\. x+.?$/);
    expect(declared.whyNew!.length).toBeLessThanOrEqual(501);
  });

  it('flags an owner that the catalog does not know, until it does', async () => {
    const { index, servers } = await setUp();
    await index([server('billing')]);
    const owner = async () =>
      (await servers.get(system, 'api:default/billing'))?.owner;
    expect(await owner()).toMatchObject({ exists: false });
    await index([payments, server('billing')]);
    expect(await owner()).toMatchObject({ exists: true, title: 'Payments' });
  });

  it('knows what agents use: servers they declare, and APIs only when those are servers', async () => {
    const { index, agents } = await setUp();
    await index([
      payments,
      server('billing'),
      server('ledger'),
      agent('dunning', {
        mcpServers: [{ ref: 'billing', version: '^2.0.0', tools: ['charge'] }],
        consumesApis: ['ledger', 'rest-orders', 'billing'],
      }),
    ]);
    const dunning = await agents.get(system, 'component:default/dunning');
    expect(dunning?.servers).toMatchObject([
      { name: 'billing', versionRange: '^2.0.0', tools: ['charge'] },
      { name: 'ledger' },
    ]);
    expect(dunning?.servers).toHaveLength(2);
  });

  it('treats a visibility that it does not understand as team-only', async () => {
    const { index, servers } = await setUp();
    await index([server('billing', { visibility: 'Teem' })]);
    expect(await servers.get(system, 'api:default/billing')).toMatchObject({
      visibility: 'team',
    });
  });

  it('writes only what changed, and forgets what is gone', async () => {
    const { index, put, servers } = await setUp();
    await index([payments, server('a'), server('b')]);
    await index([
      payments,
      server('a'),
      server('b', {}, { description: 'new' }),
    ]);
    expect(
      put.mock.calls.map(([, written]) => written.map(item => item.name)),
    ).toEqual([['a'], ['b'], ['b']]);
    await index([payments, server('b', {}, { description: 'new' })]);
    expect((await servers.list(system, {})).items.map(s => s.name)).toEqual([
      'b',
    ]);
  });

  it('lets an entity that can not be written cost only itself, and shows it to nobody', async () => {
    const { index, put, servers } = await setUp();
    await index([payments, server('bad'), server('good')]);
    const write = DatabaseServerIndexStore.prototype.put;
    put.mockImplementation(async function alone(
      this: DatabaseServerIndexStore,
      scope,
      items,
      now,
    ) {
      if (items.some(item => item.name === 'bad')) {
        throw new Error('the database refused it');
      }
      return write.call(this, scope, items, now);
    });
    await index([
      payments,
      server('bad', { visibility: 'team' }),
      server('good', {}, { description: 'new' }),
    ]);
    const { items } = await servers.list(system, {});
    expect(items.map(item => [item.name, item.purpose])).toEqual([
      ['good', 'new'],
    ]);
  });

  it('tells others which servers are new, changed and gone, and nothing else', async () => {
    const { index, told } = await setUp();
    await index([payments, server('a'), server('b')]);
    expect(told()).toEqual([
      { changed: ['api:default/a', 'api:default/b'], removed: [] },
    ]);
    await index([payments, server('a', {}, { title: 'Petra' })]);
    expect(told()).toEqual([
      { changed: ['api:default/a'], removed: ['api:default/b'] },
    ]);
    await index([payments, server('a', {}, { title: 'Petra' })]);
    expect(told()).toEqual([]);
  });

  it('leaves alone what was announced while it read the catalog', async () => {
    const { index, servers, serverIndex } = await setUp();
    await index([payments, server('a', {}, { title: 'Before' }), server('b')]);
    const reading = catalogServiceMock({ entities: [payments] });
    jest.spyOn(reading, 'queryEntities').mockImplementationOnce(async () => {
      const announced = ['new', 'a', 'b'].map(name =>
        aServer(name, { title: 'Announced' }),
      );
      await serverIndex.put(system, announced, NOW);
      // What it read is older, and lacks what is new and `b`.
      const items = [server('a', {}, { title: 'Read' })];
      return { items, totalItems: 1, pageInfo: {} };
    });
    await index([], reading);
    const { items } = await servers.list(system, {});
    expect(items.map(({ name, title }) => [name, title])).toEqual([
      ['a', 'Announced'],
      ['b', 'Announced'],
      ['new', 'Announced'],
    ]);
  });

  it('indexes what is longer than a database likes', async () => {
    const { index, servers } = await setUp();
    const long = Array.from({ length: 4000 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
    ).join('');
    await index([payments, server('long', {}, { title: long })]);
    expect((await servers.list(system, {})).items[0].title).toBe(long);
  });

  it('changes nothing when the catalog fails midway', async () => {
    const { index, servers } = await setUp();
    await index([payments, server('a')]);
    const failing = catalogServiceMock({ entities: [payments] });
    jest
      .spyOn(failing, 'queryEntities')
      .mockResolvedValueOnce({
        items: [server('b')],
        totalItems: 2,
        pageInfo: { nextCursor: 'next' },
      })
      .mockRejectedValueOnce(new Error('the catalog went away'));
    await expect(index([], failing)).rejects.toThrow('the catalog went away');
    expect((await servers.list(system, {})).items.map(s => s.name)).toEqual([
      'a',
    ]);
  });
});
