import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import catalogModuleMcp from '@mcp-portal/plugin-catalog-backend-module-mcp';
import { setTimeout as delay } from 'node:timers/promises';

import permissionModuleMcp from './index';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  // PostgreSQL takes part where a running one is named in the environment.
  disableDocker: true,
});

const OWNER = 'user:default/petra';
const OTHER = 'user:default/frank';
const ADMIN = 'user:default/ada';

const OWNERSHIP: Record<string, string[]> = {
  [OWNER]: [OWNER, 'group:default/payments'],
  [OTHER]: [OTHER, 'group:default/freight'],
  [ADMIN]: [ADMIN, 'group:default/platform-engineering'],
};

// The mock forgets that a plugin asks on behalf of the user, and the permission
// backend gives conditions to plugins only.
const httpAuthService = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    const credentialsOf = httpAuth.credentials.bind(httpAuth);
    httpAuth.credentials = async (request, options) => {
      const credentials = await credentialsOf(request, options);
      const { principal } = credentials as BackstageCredentials<
        BackstageUserPrincipal | { type: 'none' | 'service' }
      >;
      return principal.type === 'user' &&
        request.headers.authorization?.includes('mock-service-token')
        ? (mockCredentials.user(principal.userEntityRef, {
            actor: { subject: 'plugin:catalog' },
          }) as typeof credentials)
        : credentials;
    };
    return httpAuth;
  },
});

const userInfoService = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async credentials => {
      const { userEntityRef } = (
        credentials as ReturnType<typeof mockCredentials.user>
      ).principal;
      return { userEntityRef, ownershipEntityRefs: OWNERSHIP[userEntityRef] };
    },
  }),
});

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  const location = 'url:https://git.example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      description: `Knows the ${name} by heart`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec,
  };
}

function server(name: string, spec: Entity['spec']): Entity {
  return entity('API', name, {
    type: 'mcp-server',
    lifecycle: 'production',
    owner: 'payments',
    remotes: [{ type: 'streamable-http', url: 'https://mcp.example.com' }],
    ...spec,
  });
}

const entities = [
  server('vault', { visibility: 'team', lifecycle: 'vault-only' }),
  server('ledger', { visibility: 'organisation' }),
  server('rates', {}),
  entity('Component', 'clerk', {
    type: 'ai-agent',
    lifecycle: 'production',
    owner: 'payments',
    visibility: 'team',
  }),
  // A kind whose spec.visibility nobody checks, with a typing error.
  entity('Resource', 'bucket', {
    type: 's3',
    owner: 'payments',
    visibility: 'organization',
  }),
  entity('Group', 'payments', { type: 'team', children: [] }),
];

const testEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-entities',
  register(registration) {
    registration.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'test-entities',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(item => ({
                entity: item,
                locationKey: 'test',
              })),
            }),
        });
      },
    });
  },
});

describe.each(databases.eachSupportedId())(
  'the policy in the catalog, %s',
  id => {
    let backend: TestBackend;

    async function ask(user: string, path: string, body?: object) {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/catalog${path}`,
        {
          method: body ? 'POST' : 'GET',
          headers: {
            authorization: mockCredentials.user.header(user),
            'content-type': 'application/json',
          },
          body: body && JSON.stringify(body),
        },
      );
      const text = await response.text();
      return {
        status: response.status,
        text,
        json:
          text.startsWith('{') || text.startsWith('[')
            ? JSON.parse(text)
            : undefined,
      };
    }

    async function namesFor(user: string, path: string): Promise<string[]> {
      const { json } = await ask(user, path);
      return (json.items ?? json)
        .map((item: Entity) => item.metadata.name)
        .sort();
    }

    beforeAll(async () => {
      backend = await startTestBackend({
        features: [
          catalogPlugin,
          catalogModuleMcp,
          permissionPlugin,
          permissionModuleMcp,
          testEntities,
          httpAuthService,
          userInfoService,
          mockServices.database.factory({ knex: await databases.init(id) }),
          mockServices.rootConfig.factory({
            data: { permission: { enabled: true } },
          }),
        ],
      });
      for (let attempt = 0; attempt < 200; attempt++) {
        if ((await ask(ADMIN, '/entities')).json.length === entities.length) {
          break;
        }
        await delay(100);
      }
    });

    afterAll(() => backend.stop());

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
        (await ask(user, '/entities/by-query?limit=1')).json.totalItems;
      expect(await count(OTHER)).toBe(3);
      expect(await count(OWNER)).toBe(6);
    });

    it('does not let a cursor of the team show it to others', async () => {
      const path = '/entities/by-query?limit=1&orderField=metadata.name,asc';
      const names: string[] = [];
      let { json } = await ask(OWNER, path);
      while (json.pageInfo.nextCursor) {
        const cursor = encodeURIComponent(json.pageInfo.nextCursor);
        ({ json } = await ask(
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
          await ask(
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

    it('gives no answer by ref to others', async () => {
      const body = {
        entityRefs: [
          'api:default/vault',
          'api:default/ledger',
          'api:default/x',
        ],
      };
      const refs = async (user: string) =>
        (await ask(user, '/entities/by-refs', body)).json.items.map(
          (item: Entity | null) => item?.metadata.name ?? null,
        );
      expect(await refs(OTHER)).toEqual([null, 'ledger', null]);
      expect(await refs(OWNER)).toEqual(['vault', 'ledger', null]);
    });

    it('answers others as if it did not exist', async () => {
      const uid = (await ask(OWNER, '/entities/by-name/api/default/vault')).json
        .metadata.uid;
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
