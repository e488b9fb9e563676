import {
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
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import mcpRegistryPlugin from '@mcp-portal/plugin-mcp-registry-backend';

/** Keys to the portal, as `MCP_PORTAL_TOKEN` holds them. */
export const KEYS = {
  owner: mockCredentials.user.token('user:default/owner'),
  reader: mockCredentials.user.token('user:default/reader'),
  invalid: mockCredentials.none.header().replace(/^Bearer /, ''),
};

/** A team, with the name that people know it by. */
export function aTeam(name: string, displayName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: { type: 'team', profile: { displayName }, children: [] },
  };
}

/** A server in the catalog, which is called at this URL. */
export function aServer(name: string, url: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name },
    spec: {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: 'payments',
      remotes: [{ type: 'streamable-http', url }],
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

/** An agent that uses a tool of a server. */
export function anAgent(
  name: string,
  team: string,
  use: { server: string; tool: string },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: {
      type: 'ai-agent',
      lifecycle: 'production',
      owner: team,
      mcpServers: [
        { ref: `api:default/${use.server}`, version: '^1', tools: [use.tool] },
      ],
    },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${team}` }],
  };
}

/**
 * The registry behind HTTP, with what is in the catalog. Only the owner may
 * publish.
 *
 * @param liveUrl - of a server on loopback that the registry may ask
 */
export async function startTestPortal(
  entities: Entity[],
  liveUrl: string,
): Promise<{ url: string; backend: TestBackend }> {
  const backend = await startTestBackend({
    features: [
      mcpRegistryPlugin,
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({
        data: {
          mcpRegistry: {
            introspection: {
              hosts: [
                {
                  host: new URL(liveUrl).host,
                  allowHttp: true,
                  allowPrivateAddresses: ['127.0.0.0/8'],
                },
              ],
            },
          },
        },
      }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: (): PermissionsService => ({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.DENY })),
          authorizeConditional: async (requests, { credentials }) =>
            requests.map(({ permission }) => ({
              result:
                permission.attributes.action === 'read' ||
                (credentials.principal as BackstageUserPrincipal)
                  .userEntityRef === 'user:default/owner'
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            })),
        }),
      }),
    ],
  });
  return { url: `http://localhost:${backend.server.port()}`, backend };
}
