import {
  RESOURCE_TYPE_MCP_AGENT,
  RESOURCE_TYPE_MCP_SERVER,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * What decides who may see a server or an agent.
 * @public
 */
export interface OwnedAsset {
  /** Entity ref of the owner, complete and in lower case. */
  ownerRef: string;
  visibility: Visibility;
}

/**
 * A permission rule as a condition on the asset's row: the field has one of
 * the values. No values match nothing.
 * @public
 */
export interface OwnedAssetFilter {
  field: 'ownerRef' | 'visibility';
  values: string[];
}

/**
 * Servers as a resource of permission decisions.
 * @public
 */
export const mcpServerResourceRef = createPermissionResourceRef<
  OwnedAsset,
  OwnedAssetFilter
>().with({
  pluginId: 'mcp-registry',
  resourceType: RESOURCE_TYPE_MCP_SERVER,
});

/**
 * Agents as a resource of permission decisions.
 * @public
 */
export const mcpAgentResourceRef = createPermissionResourceRef<
  OwnedAsset,
  OwnedAssetFilter
>().with({
  pluginId: 'mcp-registry',
  resourceType: RESOURCE_TYPE_MCP_AGENT,
});
