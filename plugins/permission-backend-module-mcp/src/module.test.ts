import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';

import { ADMIN, OTHER, OWNER } from './__testUtils__/people';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  // PostgreSQL takes part where a running one is named in the environment.
  disableDocker: true,
});

/** A page of `/entities/by-query`. */
interface Page {
  items: Entity[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

type Facets = Record<string, { value: string; count: number }[]>;

describe.each(databases.eachSupportedId())(
  'the policy in the catalog, %s',
  id => {
    let portal: TestPortal;
    const ask: TestPortal['ask'] = (...args) => portal.ask(...args);

    async function namesFor(user: string, path: string): Promise<string[]> {
      const { json } = await ask<Entity[] | Page>(user, path);
      return (Array.isArray(json) ? json : json.items)
        .map(item => item.metadata.name)
        .sort();
    }

    beforeAll(async () => {
      portal = await startTestPortal({ knex: await databases.init(id) });
    });

    afterAll(() => portal.backend.stop());

    const forEveryone = ['ledger', 'payments', 'rates'];
    const forTheTeam = [
      'bucket',
      'clerk',
      'ledger',
      'payments',
      'rates',
      'vault',
    ];

    it.each([
      '/entities',
      '/entities/by-query',
      '/entities/by-query?orderField=metadata.name,asc',
    ])('shows in %s what each may see', async path => {
      expect(await namesFor(OTHER, path)).toEqual(forEveryone);
      expect(await namesFor(OWNER, path)).toEqual(forTheTeam);
      expect(await namesFor(ADMIN, path)).toEqual(forTheTeam);
    });

    it.each([
      '/entities?filter=metadata.name=vault',
      '/entities?filter=kind=api,spec.visibility=TEAM',
      '/entities/by-query?filter=spec.lifecycle=vault-only',
      '/entities/by-query?fullTextFilterTerm=vault&fullTextFilterFields=metadata.name',
      '/entities/by-query?fullTextFilterTerm=vault&fullTextFilterFields=metadata.description',
    ])('finds nothing of it for others with %s', async path => {
      expect(await namesFor(OTHER, path)).toEqual([]);
      expect(await namesFor(OWNER, path)).toEqual(['vault']);
    });

    it('does not count it for others', async () => {
      const count = async (user: string) =>
        (await ask<Page>(user, '/entities/by-query?limit=1')).json.totalItems;
      expect(await count(OTHER)).toBe(3);
      expect(await count(OWNER)).toBe(6);
    });

    it('does not let a cursor of the team show it to others', async () => {
      const path = '/entities/by-query?limit=1&orderField=metadata.name,asc';
      const names: string[] = [];
      let { json } = await ask<Page>(OWNER, path);
      while (json.pageInfo.nextCursor) {
        const cursor = encodeURIComponent(json.pageInfo.nextCursor);
        ({ json } = await ask<Page>(
          OTHER,
          `/entities/by-query?limit=1&cursor=${cursor}`,
        ));
        names.push(...json.items.map((item: Entity) => item.metadata.name));
      }
      expect(names).toEqual(forEveryone);
    });

    it('leaves it out of facets for others', async () => {
      const facets = async (user: string) =>
        (
          await ask<{ facets: Facets }>(
            user,
            '/entity-facets?facet=metadata.name&facet=spec.lifecycle&facet=kind&filter=kind=api',
          )
        ).json.facets;
      expect(await facets(OTHER)).toEqual({
        'metadata.name': [
          { value: 'ledger', count: 1 },
          { value: 'rates', count: 1 },
        ],
        'spec.lifecycle': [{ value: 'production', count: 2 }],
        kind: [{ value: 'API', count: 2 }],
      });
      expect((await facets(OWNER)).kind).toEqual([{ value: 'API', count: 3 }]);
    });

    it('says no word of it to others in what they may see', async () => {
      const paths = [
        '/entities',
        '/entity-facets?facet=relations.ownerOf&facet=relations.hasPart',
        '/entities?filter=relations.ownerOf=api:default/vault',
      ];
      for (const path of paths) {
        const { status, text } = await ask(OTHER, path);
        expect(status).toBe(200);
        expect(text).not.toContain('vault');
        expect(text).not.toContain('clerk');
      }
      expect((await ask(OTHER, paths[1])).text).toContain('ledger');
    });

    it('gives no answer by ref to others', async () => {
      const body = {
        entityRefs: [
          'api:default/vault',
          'api:default/ledger',
          'api:default/x',
        ],
      };
      const refs = async (user: string) =>
        (
          await ask<{ items: (Entity | null)[] }>(
            user,
            '/entities/by-refs',
            body,
          )
        ).json.items.map(item => item?.metadata.name ?? null);
      expect(await refs(OTHER)).toEqual([null, 'ledger', null]);
      expect(await refs(OWNER)).toEqual(['vault', 'ledger', null]);
    });

    it('answers others as if it did not exist', async () => {
      const uid = (
        await ask<Entity>(OWNER, '/entities/by-name/api/default/vault')
      ).json.metadata.uid!;
      const hiddenAndMissing = [
        [
          '/entities/by-name/api/default/vault',
          '/entities/by-name/api/default/nowhere',
        ],
        [
          '/entities/by-name/api/default/vault/ancestry',
          '/entities/by-name/api/default/nowhere/ancestry',
        ],
        [
          `/entities/by-uid/${uid}`,
          '/entities/by-uid/00000000-0000-4000-8000-000000000000',
        ],
        [
          '/locations/by-entity/api/default/vault',
          '/locations/by-entity/api/default/nowhere',
        ],
      ];
      // Names and ids that the caller gave come back in the answer.
      const neutral = (text: string) =>
        text
          .replaceAll('vault', 'nowhere')
          .replaceAll(uid, '00000000-0000-4000-8000-000000000000');
      for (const [hidden, missing] of hiddenAndMissing) {
        const answer = await ask(OTHER, hidden);
        const expected = await ask(OTHER, missing);
        expect(answer.status).toBeGreaterThanOrEqual(403);
        expect(answer.status).toBe(expected.status);
        expect(neutral(answer.text)).toBe(expected.text);
      }
      expect(
        (await ask(OWNER, '/entities/by-name/api/default/vault/ancestry'))
          .status,
      ).toBe(200);
    });

    it('lets only the owner refresh, and says no word more to others', async () => {
      const refresh = (user: string, entityRef: string) =>
        ask(user, '/refresh', { entityRef });
      const hidden = await refresh(OTHER, 'api:default/vault');
      const missing = await refresh(OTHER, 'api:default/nowhere');
      expect(hidden.status).toBe(403);
      expect(hidden.text).toBe(missing.text);
      expect((await refresh(OTHER, 'api:default/ledger')).status).toBe(403);
      expect((await refresh(OWNER, 'api:default/vault')).status).toBe(200);
    });
  },
);
