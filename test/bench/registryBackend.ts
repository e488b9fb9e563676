import mcpRegistryPlugin from '@mcp-portal/plugin-mcp-registry-backend';
import {
  createMcpAgentConditionalDecision,
  createMcpServerConditionalDecision,
  mcpAgentConditions,
  mcpServerConditions,
} from '@mcp-portal/plugin-mcp-registry-node';
import {
  mcpAgentReadPermission,
  mcpServerReadPermission,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';

import { teamRef } from './fillRegistry';

/**
 * The registry behind real HTTP, for a caller who is in one team: each request
 * carries the conditions that the policy would give.
 */
export async function startRegistryBackend(
  knex: Knex,
): Promise<{ baseUrl: string; stop(): Promise<void> }> {
  const backend = await startTestBackend({
    features: [
      mcpRegistryPlugin,
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' } },
      }),
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.database.factory({ knex }),
      // Nothing but requests shall run while they are timed.
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      catalogServiceMock.factory(),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => memberPermissions(teamRef(7)),
      }),
    ],
  });
  return {
    baseUrl: `http://localhost:${backend.server.port()}/api/mcp-registry`,
    stop: () => backend.stop(),
  };
}

function memberPermissions(team: string): PermissionsService {
  const decide = (name: string): PolicyDecision => {
    switch (name) {
      case mcpServerReadPermission.name:
        return createMcpServerConditionalDecision(mcpServerReadPermission, {
          anyOf: [
            mcpServerConditions.hasVisibility({ visibility: 'organisation' }),
            mcpServerConditions.isOwner({ claims: [team] }),
          ],
        });
      case mcpAgentReadPermission.name:
        return createMcpAgentConditionalDecision(mcpAgentReadPermission, {
          anyOf: [
            mcpAgentConditions.hasVisibility({ visibility: 'organisation' }),
            mcpAgentConditions.isOwner({ claims: [team] }),
          ],
        });
      default:
        return { result: AuthorizeResult.DENY };
    }
  };
  return {
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => decide(permission.name)),
  };
}
