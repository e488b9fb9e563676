import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  mcpCostPermissions,
  mcpCostReadAllPermission,
} from '@mcp-portal/plugin-mcp-cost-common';

import { PolicyRule } from './PolicyRule';

/**
 * What usage costs: that of all teams is for those who are named, and what
 * changes money or keys for nobody. What one's own teams give needs no permission.
 *
 * @param readers - refs of who may see the cost of all teams
 */
export function costRule(readers: ReadonlySet<string>): PolicyRule {
  return (permission, { claims }) => {
    if (
      isPermission(permission, mcpCostReadAllPermission) &&
      claims.some(claim => readers.has(claim))
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    return mcpCostPermissions.some(({ name }) => name === permission.name)
      ? { result: AuthorizeResult.DENY }
      : undefined;
  };
}
