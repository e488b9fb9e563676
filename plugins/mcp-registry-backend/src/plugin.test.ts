import { Knex } from 'knex';

import { systemScope } from './access';
import { describeOnBothDatabases } from './__testUtils__/databases';
import {
  aFailedAttempt,
  aGoodAttempt,
  anAgent,
  aServer,
  aUse,
  NOW,
} from './__testUtils__/samples';
import {
  ADMIN,
  OWNER,
  startTestRegistry,
  STRANGER,
  TestRegistry,
} from './__testUtils__/startTestRegistry';
import { DatabaseAgentIndexStore } from './agents/DatabaseAgentIndexStore';
import { DatabaseIntrospectionStore } from './introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from './servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from './servers/ServerSearchIndex';

const system = systemScope();
const VAULT = encodeURIComponent('api:default/vault');

describeOnBothDatabases('the registry over HTTP', createKnex => {
  let registry: TestRegistry;
  let sha256: string;

  async function fill(knex: Knex) {
    const searchIndex = new ServerSearchIndex({ knex });
    await new DatabaseServerIndexStore({ knex, searchIndex }).put(
      system,
      [
        aServer('billing', { title: 'Billing', purpose: 'Invoices' }),
        aServer('vault', {
          visibility: 'team',
          lifecycle: 'experimental',
          trust: 'unverified',
          purpose: 'Keeps the wombats',
        }),
      ],
      NOW,
    );
    const introspection = new DatabaseIntrospectionStore({ knex, searchIndex });
    await introspection.record(
      system,
      'api:default/billing',
      aGoodAttempt({ charge: 'Charges a customer' }),
    );
    const vault = aGoodAttempt({ quokka: 'Opens the vault' });
    sha256 = vault.answer.snapshot!.sha256;
    await introspection.record(system, 'api:default/vault', vault);
    await introspection.record(system, 'api:default/vault', aFailedAttempt());
    await new DatabaseAgentIndexStore({ knex }).put(system, [
      anAgent('clerk', { uses: [aUse('billing'), aUse('vault', ['gone'])] }),
      anAgent('keeper', { visibility: 'team', uses: [aUse('vault')] }),
    ]);
  }

  beforeAll(async () => {
    const knex = await createKnex();
    await fill(knex);
    registry = await startTestRegistry(knex);
  });

  afterAll(() => registry.backend.stop());

  const vaultPaths = () => [
    `/servers/${VAULT}`,
    `/servers/${VAULT}/contract`,
    `/servers/${VAULT}/snapshots`,
    `/servers/${VAULT}/snapshots/${sha256}`,
    `/servers/${VAULT}/attempts`,
    `/servers/${VAULT}/health`,
    `/servers/${VAULT}/dependents`,
  ];

  it('gives each read of a team-only server to its team and to admins', async () => {
    for (const path of vaultPaths()) {
      expect([path, (await registry.call(OWNER, path)).status]).toEqual([
        path,
        200,
      ]);
      expect([path, (await registry.call(ADMIN, path)).status]).toEqual([
        path,
        200,
      ]);
    }
  });

  it('answers others as if it did not exist, to the letter', async () => {
    for (const path of vaultPaths()) {
      const hidden = await registry.call(STRANGER, path);
      const missing = await registry.call(
        STRANGER,
        path.replace('vault', 'nothing'),
      );
      expect([path, hidden.status]).toEqual([path, 404]);
      expect(hidden.text.replaceAll('vault', 'nothing')).toEqual(missing.text);
    }
    const asked = await registry.call(
      STRANGER,
      `/servers/${VAULT}/introspection`,
      { method: 'POST' },
    );
    expect(asked.status).toBe(404);
  });

  it('leaves it out of lists, counts, facets and searches of others', async () => {
    const reads = [
      '/servers',
      '/servers?search=vault',
      '/servers?search=wombats',
      '/servers?search=quokka',
      '/servers?lifecycle=experimental',
      '/servers?trust=unverified&health=attention',
      '/servers?sort=tools&order=desc&limit=1',
      '/servers?offset=1&limit=1',
      '/servers/facets',
      '/servers/facets?search=wombats',
      '/agents',
      '/agents?search=vault',
      '/agents?server=vault',
      '/agents/facets?server=vault',
      '/agents/clerk',
      '/servers/billing/dependents',
    ];
    for (const path of reads) {
      const { status, text } = await registry.call(STRANGER, path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/vault|wombats|quokka|experimental|unverified/);
      expect(text).not.toContain('keeper');
    }
    expect((await registry.call(STRANGER, '/servers')).body.totalItems).toBe(1);
    expect((await registry.call(OWNER, '/servers')).body.totalItems).toBe(2);
    expect((await registry.call(STRANGER, '/agents')).body.totalItems).toBe(1);
    expect((await registry.call(OWNER, '/agents')).body.totalItems).toBe(2);
    expect(
      (await registry.call(OWNER, '/servers?search=quokka')).body.items,
    ).toMatchObject([{ name: 'vault', matchedTools: ['quokka'] }]);
  });

  it('tells others nothing by what an agent uses', async () => {
    const uses = async (user: string) =>
      (
        (await registry.call(user, '/agents/clerk')).body.servers as {
          name: string;
        }[]
      ).map(use => use.name);
    expect(await uses(OWNER)).toEqual(['billing', 'vault']);
    expect(await uses(STRANGER)).toEqual(['billing']);
  });

  it('lets only the owner have a visible server asked now', async () => {
    const path = '/servers/billing/introspection';
    const refused = await registry.call(STRANGER, path, { method: 'POST' });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(
      "Only the owner of 'api:default/billing' (group:default/payments)",
    );
    const taken = await registry.call(OWNER, path, { method: 'POST' });
    expect([taken.status, taken.body]).toEqual([202, { state: 'started' }]);
  });

  it('takes nobody without a credential', async () => {
    for (const path of ['/servers', '/agents', ...vaultPaths()]) {
      expect([path, (await registry.call(undefined, path)).status]).toEqual([
        path,
        401,
      ]);
    }
  });

  it('takes short and long refs, in any case', async () => {
    for (const ref of [
      'billing',
      'default/billing',
      'api:billing',
      'API:Default/Billing',
    ]) {
      const answer = await registry.call(
        OWNER,
        `/servers/${encodeURIComponent(ref)}`,
      );
      expect([ref, answer.body.ref]).toEqual([ref, 'api:default/billing']);
    }
  });

  it.each([
    ['/servers?limit=0', 'limit'],
    ['/servers?limit=101', 'limit'],
    ['/servers?limit=ten', 'limit'],
    ['/servers?offset=-1', 'offset'],
    ['/servers?offset=1e9', 'offset'],
    ['/servers?sort=password', 'sort'],
    ['/servers?order=up', 'order'],
    ['/servers?health=fine', 'health'],
    ['/servers?trust=me', 'trust'],
    ['/servers?ownerExists=perhaps', 'ownerExists'],
    ['/servers?unknown=1', 'unknown'],
    [`/servers?search=${'x'.repeat(501)}`, 'search'],
    ['/servers?search[a]=b', 'search'],
    ['/servers?lifecycle=%00', 'lifecycle'],
    ['/servers?owner=%00', 'owner'],
    ['/servers/a%00b', 'not an entity ref'],
    ['/agents/a%00b', 'not an entity ref'],
    ['/agents?server=a%00b', 'not an entity ref'],
    ['/agents?sort=health', 'sort'],
    ['/servers/billing/health?days=91', 'days'],
    ['/servers/billing/snapshots/xyz', 'sha256'],
    [`/servers/${encodeURIComponent(':billing')}`, ':billing'],
  ])('refuses %s and names what is wrong', async (path, named) => {
    const { status, text, body } = await registry.call(OWNER, path);
    expect([status, text]).toEqual([400, expect.stringContaining(named)]);
    expect(body.error).toMatchObject({ name: 'InputError' });
  });

  it('takes what people type into a search', async () => {
    for (const search of [
      'a b',
      '"; DROP TABLE servers; --',
      '100% & more: (x) | !y *',
      '\u0000',
      '%_\\',
      '😀',
      'sum of/all+it',
    ]) {
      const path = `/servers?search=${encodeURIComponent(search)}`;
      expect([search, (await registry.call(OWNER, path)).status]).toEqual([
        search,
        200,
      ]);
    }
    expect((await registry.call(OWNER, '/servers?search=a+b:c')).status).toBe(
      200,
    );
  });

  it('describes itself', async () => {
    const { body } = await registry.call(OWNER, '/openapi.json');
    expect(Object.keys(body.paths as object)).toContain(
      '/api/mcp-registry/servers/{ref}/introspection',
    );
  });
});
