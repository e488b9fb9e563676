import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  mcpAgentReadPermission,
  mcpServerIntrospectPermission,
  mcpServerOverridePermission,
  mcpServerPublishPermission,
  mcpServerReadPermission,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  createMcpAgentConditionalDecision,
  createMcpServerConditionalDecision,
  mcpAgentConditions,
  mcpServerConditions,
} from '@mcp-portal/plugin-mcp-registry-node';

import { PolicyRule } from './PolicyRule';

/**
 * Servers and agents in the registry.
 */
export const registryRule: PolicyRule = (permission, { claims }) => {
  if (isPermission(permission, mcpServerReadPermission)) {
    return createMcpServerConditionalDecision(permission, {
      anyOf: [
        mcpServerConditions.hasVisibility({ visibility: 'organisation' }),
        mcpServerConditions.isOwner({ claims }),
      ],
    });
  }
  if (isPermission(permission, mcpAgentReadPermission)) {
    return createMcpAgentConditionalDecision(permission, {
      anyOf: [
        mcpAgentConditions.hasVisibility({ visibility: 'organisation' }),
        mcpAgentConditions.isOwner({ claims }),
      ],
    });
  }
  if (
    isPermission(permission, mcpServerIntrospectPermission) ||
    isPermission(permission, mcpServerPublishPermission)
  ) {
    return createMcpServerConditionalDecision(
      permission,
      mcpServerConditions.isOwner({ claims }),
    );
  }
  if (isPermission(permission, mcpServerOverridePermission)) {
    // Owners would overrule the gate that protects the agents of others.
    return { result: AuthorizeResult.DENY };
  }
  return undefined;
};
