import {
  mcpAgentReadPermission,
  mcpServerIntrospectPermission,
  mcpServerOverridePermission,
  mcpServerPublishPermission,
  mcpServerReadPermission,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  mcpAgentResourceRef,
  mcpServerResourceRef,
  OwnedAssetFilter,
} from '@mcp-portal/plugin-mcp-registry-node';
import {
  BackstageCredentials,
  BackstageServicePrincipal,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';

import type { Extent, Scope } from './Scope';

/**
 * Turns the permission framework's decisions into the scope of a caller.
 */
export class Access {
  readonly #permissions: PermissionsService;
  readonly #transformServer: ConditionTransformer<OwnedAssetFilter>;
  readonly #transformAgent: ConditionTransformer<OwnedAssetFilter>;

  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: Pick<
      PermissionsRegistryService,
      'getPermissionRuleset'
    >;
  }) {
    this.#permissions = options.permissions;
    this.#transformServer = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(mcpServerResourceRef),
    );
    this.#transformAgent = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(mcpAgentResourceRef),
    );
  }

  /**
   * The scope of whoever makes a request.
   */
  async scopeOf(credentials: BackstageCredentials): Promise<Scope> {
    const [servers, introspection, publication, override, agents] =
      await this.#permissions.authorizeConditional(
        [
          { permission: mcpServerReadPermission },
          { permission: mcpServerIntrospectPermission },
          { permission: mcpServerPublishPermission },
          { permission: mcpServerOverridePermission },
          { permission: mcpAgentReadPermission },
        ],
        { credentials },
      );
    return {
      servers: toExtent(servers, this.#transformServer),
      introspection: toExtent(introspection, this.#transformServer),
      publication: toExtent(publication, this.#transformServer),
      override: mayOverrule(credentials)
        ? toExtent(override, this.#transformServer)
        : { kind: 'none' },
      agents: toExtent(agents, this.#transformAgent),
    };
  }
}

/**
 * The scope of the registry's own scheduled tasks: everything. A request never
 * gets it.
 */
export function systemScope(): Scope {
  const all: Extent = { kind: 'all' };
  return {
    servers: all,
    agents: all,
    introspection: all,
    publication: all,
    override: all,
  };
}

/**
 * A scope that counts every agent: whether anyone depends on something does not
 * turn on who asks. What it finds is counted, never shown.
 */
export function countingScope(scope: Scope): Scope {
  return { ...scope, agents: { kind: 'all' } };
}

/**
 * Whether a caller may be one who overrules the gate. The framework lets
 * services do everything, and the key of each pipeline is one: only a key that
 * was given this permission by name has it.
 */
function mayOverrule({ principal }: BackstageCredentials): boolean {
  const { type, accessRestrictions } =
    principal as Partial<BackstageServicePrincipal>;
  return (
    type !== 'service' ||
    Boolean(
      accessRestrictions?.permissionNames?.includes(
        mcpServerOverridePermission.name,
      ),
    )
  );
}

function toExtent(
  decision: PolicyDecision,
  transform: ConditionTransformer<OwnedAssetFilter>,
): Extent {
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return { kind: 'all' };
    case AuthorizeResult.CONDITIONAL:
      return { kind: 'some', criteria: transform(decision.conditions) };
    default:
      return { kind: 'none' };
  }
}
