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
import { DatabaseDependentStore } from '../dependents/DatabaseDependentStore';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseAgentIndexStore } from './DatabaseAgentIndexStore';
import { DatabaseAgentStore } from './DatabaseAgentStore';

const system = systemScope();
const payments = memberScope('group:default/payments');
const logistics = memberScope('group:default/logistics');

describeOnBothDatabases('DatabaseAgentStore', createKnex => {
  async function setUp() {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const servers = new DatabaseServerIndexStore({ knex, searchIndex });
    const index = new DatabaseAgentIndexStore({ knex });
    await servers.put(
      system,
      [
        aServer('billing', { title: 'Billing' }),
        aServer('secret', { visibility: 'team' }),
      ],
      NOW,
    );
    await new DatabaseIntrospectionStore({ knex, searchIndex }).record(
      system,
      'api:default/billing',
      aGoodAttempt({ charge: 'x', refund: 'x' }),
    );
    await index.put(system, [
      anAgent('dunning', {
        title: 'Dunning',
        purpose: 'Reminds of unpaid invoices',
        uses: [
          { ...aUse('billing', ['charge', 'gone']), versionRange: '^1.0.0' },
          aUse('secret'),
          aUse('nowhere'),
        ],
      }),
      anAgent('hidden', { visibility: 'team', uses: [aUse('billing')] }),
      anAgent('parcels', {
        ownerRef: 'group:default/logistics',
        ownerTitle: 'Logistics',
        lifecycle: 'experimental',
        uses: [aUse('billing')],
      }),
    ]);
    return {
      index,
      servers,
      store: new DatabaseAgentStore({ knex }),
      dependents: new DatabaseDependentStore({ knex }),
    };
  }

  const names = (page: { items: { name: string }[] }) =>
    page.items.map(item => item.name);

  it('shows what an agent uses, with the tools that are no longer there', async () => {
    const { store } = await setUp();
    const agent = await store.get(payments, 'component:default/dunning');
    expect(agent?.servers).toEqual([
      {
        serverRef: 'api:default/billing',
        exists: true,
        name: 'billing',
        title: 'Billing',
        health: 'good',
        versionRange: '^1.0.0',
        tools: ['charge', 'gone'],
        missingTools: ['gone'],
      },
      {
        serverRef: 'api:default/nowhere',
        exists: false,
        name: 'nowhere',
        missingTools: [],
      },
      {
        serverRef: 'api:default/secret',
        exists: true,
        name: 'secret',
        health: 'unknown',
        missingTools: [],
      },
    ]);
  });

  it('leaves out servers that the caller may not see, also when they are gone', async () => {
    const { store, servers } = await setUp();
    const refs = async () =>
      (await store.get(logistics, 'component:default/dunning'))?.servers.map(
        use => use.serverRef,
      );
    expect(await refs()).toEqual([
      'api:default/billing',
      'api:default/nowhere',
    ]);
    await servers.remove(system, ['api:default/secret'], NOW);
    expect(await refs()).toEqual([
      'api:default/billing',
      'api:default/nowhere',
    ]);
    const own = await store.get(payments, 'component:default/dunning');
    expect(own?.servers.map(use => [use.name, use.exists])).toEqual([
      ['billing', true],
      ['nowhere', false],
      ['secret', false],
    ]);
    expect(
      names(await store.list(payments, { server: 'api:default/secret' })),
    ).toEqual([]);
    expect(
      names(await store.list(logistics, { server: 'api:default/secret' })),
    ).toEqual([]);
    expect(
      names(await store.list(payments, { server: 'api:default/billing' })),
    ).toEqual(['dunning', 'hidden', 'parcels']);
  });

  it('shows a team-only agent to its team alone, in every read', async () => {
    const { store, dependents } = await setUp();
    expect(names(await store.list(payments, {}))).toEqual([
      'dunning',
      'hidden',
      'parcels',
    ]);
    const page = await store.list(logistics, {});
    expect(names(page)).toEqual(['dunning', 'parcels']);
    expect(page.totalItems).toBe(2);
    expect((await store.list(logistics, { search: 'hidden' })).totalItems).toBe(
      0,
    );
    expect(
      await store.get(logistics, 'component:default/hidden'),
    ).toBeUndefined();
    expect((await store.facets(logistics, {})).owner).toEqual([
      { value: 'group:default/logistics', label: 'Logistics', count: 1 },
      { value: 'group:default/payments', count: 1 },
    ]);
    expect(
      (await dependents.list(logistics, 'api:default/billing', {})).totalItems,
    ).toBe(2);
    expect(
      (await dependents.list(payments, 'api:default/billing', {})).totalItems,
    ).toBe(3);
  });

  it('searches, filters and sorts', async () => {
    const { store } = await setUp();
    expect(names(await store.list(system, { search: 'unpaid inv' }))).toEqual([
      'dunning',
    ]);
    expect(names(await store.list(system, { search: 'voices' }))).toEqual([]);
    expect(
      names(await store.list(system, { owner: ['group:default/Logistics'] })),
    ).toEqual(['parcels']);
    expect(
      names(await store.list(system, { lifecycle: ['experimental'] })),
    ).toEqual(['parcels']);
    expect(
      names(await store.list(system, { sort: 'servers', order: 'desc' }))[0],
    ).toBe('dunning');
    expect(
      names(await store.list(system, { sort: 'name', order: 'desc' })),
    ).toEqual(['parcels', 'hidden', 'dunning']);
  });

  it('shows an agent that names more servers than a statement takes', async () => {
    const { store, index } = await setUp();
    await index.put(system, [
      anAgent('hoarder', {
        uses: Array.from({ length: 33_000 }, (_, i) => aUse(`s${i}`)),
      }),
    ]);
    const page = await store.list(system, { search: 'hoarder' });
    expect(page.items[0].servers).toHaveLength(33_000);
  });

  it('follows the catalog when an agent changes or goes', async () => {
    const { store, index } = await setUp();
    await index.put(system, [anAgent('dunning', { uses: [aUse('secret')] })]);
    const agent = await store.get(system, 'component:default/dunning');
    expect(agent?.servers.map(use => use.name)).toEqual(['secret']);
    await index.remove(system, ['component:default/dunning']);
    expect(
      await store.get(system, 'component:default/dunning'),
    ).toBeUndefined();
  });
});
