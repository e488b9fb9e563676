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
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import catalogModuleMcp from '@mcp-portal/plugin-catalog-backend-module-mcp';
import { setTimeout as delay } from 'node:timers/promises';

import permissionModuleMcp from '../index';
import { entities } from './entities';
import { ADMIN, OWNERSHIP } from './people';

const POLL_INTERVAL_MS = 100;
const POLL_ATTEMPTS = 200;

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

/** What the catalog answered; `json` is what the caller of `ask` expects. */
export interface Answer<T> {
  status: number;
  text: string;
  json: T;
}

/** A catalog under the real policy, and a hand to ask it as somebody. */
export interface TestPortal {
  backend: TestBackend;
  ask<T>(user: string, path: string, body?: object): Promise<Answer<T>>;
}

/** Starts a portal, and waits until its catalog holds all test entities. */
export async function startTestPortal(options: {
  knex: Awaited<ReturnType<TestDatabases['init']>>;
}): Promise<TestPortal> {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMcp,
      permissionPlugin,
      permissionModuleMcp,
      testEntities,
      httpAuthService,
      userInfoService,
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  const ask: TestPortal['ask'] = async (user, path, body) => {
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
    const isJson = text.startsWith('{') || text.startsWith('[');
    return {
      status: response.status,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  for (let attempt = 0; attempt < POLL_ATTEMPTS; attempt++) {
    if (
      (await ask<unknown[]>(ADMIN, '/entities')).json?.length ===
      entities.length
    ) {
      return { backend, ask };
    }
    await delay(POLL_INTERVAL_MS);
  }
  throw new Error('The catalog never held all test entities');
}
