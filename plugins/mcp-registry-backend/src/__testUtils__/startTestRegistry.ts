import { McpPortalPolicy } from '@mcp-portal/plugin-permission-backend-module-mcp';
import {
  BackendFeature,
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';

import mcpRegistryPlugin from '../index';

export const OWNER = 'user:default/petra';
export const STRANGER = 'user:default/frank';
export const ADMIN = 'user:default/ada';

const OWNERSHIP: Record<string, string[]> = {
  [OWNER]: [OWNER, 'group:default/payments'],
  [STRANGER]: [STRANGER, 'group:default/logistics'],
  [ADMIN]: [ADMIN, 'group:default/platform-engineering'],
};

/** What the registry answered. */
export interface TestAnswer {
  status: number;
  // The tests look into bodies of every shape.
  body: { [key: string]: unknown };
  text: string;
}

/** How the registry is called; a body is sent as JSON, a text as it is. */
export interface TestCall {
  method?: string;
  body?: unknown;
}

export interface TestRegistry {
  backend: TestBackend;
  call(
    user: string | undefined,
    path: string,
    options?: TestCall,
  ): Promise<TestAnswer>;
}

/** The registry behind HTTP, under the portal's real policy. */
export async function startTestRegistry(
  knex: Knex,
  modules: BackendFeature[] = [],
  catalog: BackendFeature = catalogServiceMock.factory(),
): Promise<TestRegistry> {
  const backend = await startTestBackend({
    features: [
      mcpRegistryPlugin,
      ...modules,
      mockServices.database.factory({ knex }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootLogger.factory({ level: 'none' }),
      catalog,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: policyPermissions,
      }),
    ],
  });
  return {
    backend,
    async call(user, path, options) {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/mcp-registry${path}`,
        {
          method: options?.method,
          headers: {
            Authorization: user
              ? mockCredentials.user.header(user)
              : mockCredentials.none.header(),
            ...(options?.body !== undefined && {
              'Content-Type': 'application/json',
            }),
          },
          body:
            typeof options?.body === 'string'
              ? options.body
              : JSON.stringify(options?.body),
        },
      );
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) };
    },
  };
}

function policyPermissions(): PermissionsService {
  const policy = new McpPortalPolicy({
    platformAdmins: ['group:default/platform-engineering'],
  });
  return {
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    authorizeConditional: async (requests, { credentials }) => {
      const { principal } =
        credentials as BackstageCredentials<BackstageUserPrincipal>;
      const { userEntityRef } = principal;
      const info = {
        userEntityRef,
        ownershipEntityRefs: OWNERSHIP[userEntityRef],
      };
      return Promise.all(
        requests.map(({ permission }) =>
          policy.handle({ permission }, { credentials, info }),
        ),
      );
    },
  };
}
