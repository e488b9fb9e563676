import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of a server in permission decisions.
 * @public
 */
export const RESOURCE_TYPE_MCP_SERVER = 'mcp-server';

/**
 * Resource type of an agent in permission decisions.
 * @public
 */
export const RESOURCE_TYPE_MCP_AGENT = 'mcp-agent';

/**
 * To know that a server exists, and to read all that is kept of it.
 * @public
 */
export const mcpServerReadPermission = createPermission({
  name: 'mcp.server.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_MCP_SERVER,
});

/**
 * To have a server asked for its contract now, outside the schedule.
 * @public
 */
export const mcpServerIntrospectPermission = createPermission({
  name: 'mcp.server.introspect',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MCP_SERVER,
});

/**
 * To publish, deprecate and delete a server's versions, and to acknowledge its
 * drift.
 * @public
 */
export const mcpServerPublishPermission = createPermission({
  name: 'mcp.server.publish',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MCP_SERVER,
});

/**
 * To publish what the compatibility gate refuses, and to accept changes that
 * it can't decide.
 * @public
 */
export const mcpServerOverridePermission = createPermission({
  name: 'mcp.server.override',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MCP_SERVER,
});

/**
 * To know that an agent exists, and which servers it uses.
 * @public
 */
export const mcpAgentReadPermission = createPermission({
  name: 'mcp.agent.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_MCP_AGENT,
});

/**
 * All permissions of the MCP registry.
 * @public
 */
export const mcpRegistryPermissions = [
  mcpServerReadPermission,
  mcpServerIntrospectPermission,
  mcpServerPublishPermission,
  mcpServerOverridePermission,
  mcpAgentReadPermission,
];
