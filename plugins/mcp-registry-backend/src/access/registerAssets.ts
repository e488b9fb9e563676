import {
  mcpAgentResourceRef,
  mcpAgentRules,
  mcpServerResourceRef,
  mcpServerRules,
  OwnedAsset,
} from '@mcp-portal/plugin-mcp-registry-node';
import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { Permission } from '@backstage/plugin-permission-common';

import { systemScope } from './Access';
import type { Scope } from './Scope';

/** Finds what decides who may see servers or agents. */
interface OwnedAssets {
  findOwned(scope: Scope, refs: string[]): Promise<Map<string, OwnedAsset>>;
}

/**
 * Tells the permission framework of servers and agents, so that policies can
 * decide on each, and other plugins (search) can ask for single ones.
 */
export function registerAssets(options: {
  permissionsRegistry: PermissionsRegistryService;
  permissions: Permission[];
  servers: OwnedAssets;
  agents: OwnedAssets;
}): void {
  const { permissionsRegistry, permissions, servers, agents } = options;
  const permissionsOn = (resourceType: string) =>
    permissions.filter(
      permission =>
        permission.type === 'resource' &&
        permission.resourceType === resourceType,
    );
  permissionsRegistry.addResourceType({
    resourceRef: mcpServerResourceRef,
    permissions: permissionsOn(mcpServerResourceRef.resourceType),
    rules: Object.values(mcpServerRules),
    getResources: refs => findAll(servers, refs),
  });
  permissionsRegistry.addResourceType({
    resourceRef: mcpAgentResourceRef,
    permissions: permissionsOn(mcpAgentResourceRef.resourceType),
    rules: Object.values(mcpAgentRules),
    getResources: refs => findAll(agents, refs),
  });
}

// Here the framework decides for a caller what they may see, so it has to look
// at everything; nothing but its decision reaches them.
async function findAll(assets: OwnedAssets, refs: string[]) {
  const found = await assets.findOwned(systemScope(), refs);
  return refs.map(ref => found.get(ref));
}
