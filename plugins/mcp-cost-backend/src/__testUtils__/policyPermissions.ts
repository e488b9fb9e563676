import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Permission } from '@backstage/plugin-permission-common';
import { McpPortalPolicy } from '@mcp-portal/plugin-permission-backend-module-mcp';

import { FINANCE, OWNERSHIP, PLATFORM } from './people';

type Principal = BackstageUserPrincipal | BackstageServicePrincipal;

/**
 * Decides as the portal's policy does for people, and as the framework does for
 * services: they may do everything, unless their key is restricted.
 */
export function policyPermissions(): PermissionsService {
  const policy = new McpPortalPolicy({
    platformAdmins: [PLATFORM],
    costReaders: [FINANCE],
  });
  const decide = async (
    permission: Permission,
    credentials: BackstageCredentials,
  ) => {
    const { principal } = credentials as BackstageCredentials<Principal>;
    if (principal.type === 'service') {
      const names = principal.accessRestrictions?.permissionNames;
      return {
        result:
          names && !names.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      };
    }
    const { userEntityRef } = principal;
    const info = {
      userEntityRef,
      ownershipEntityRefs: OWNERSHIP[userEntityRef] ?? [userEntityRef],
    };
    return policy.handle({ permission }, { credentials, info });
  };
  return {
    authorize: (requests, { credentials }) =>
      Promise.all(
        requests.map(async ({ permission }) => {
          const { result } = await decide(permission, credentials);
          return {
            result:
              result === AuthorizeResult.ALLOW
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          };
        }),
      ),
    authorizeConditional: (requests, { credentials }) =>
      Promise.all(
        requests.map(({ permission }) => decide(permission, credentials)),
      ),
  };
}
