import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  mcpCostBudgetPermission,
  mcpCostKeyPermission,
  mcpCostPricePermission,
  mcpCostReadAllPermission,
} from '@mcp-portal/plugin-mcp-cost-common';
import { actorOf } from '@mcp-portal/plugin-mcp-node';

import type { CatalogDirectory } from '../catalog';
import type { CostAccess } from './CostAccess';
import type { CostScope } from './CostScope';

type Caller = BackstageUserPrincipal | BackstageServicePrincipal;

const PERMISSIONS: BasicPermission[] = [
  mcpCostReadAllPermission,
  mcpCostPricePermission,
  mcpCostBudgetPermission,
  mcpCostKeyPermission,
];

/**
 * Makes a scope of two things: the teams that somebody is in, and what the
 * permission policy allows beyond them.
 */
export class PolicyCostAccess implements CostAccess {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #directory: CatalogDirectory;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
    directory: CatalogDirectory;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#directory = options.directory;
  }

  async scopeOf(credentials: BackstageCredentials): Promise<CostScope> {
    const [decisions, claims] = await Promise.all([
      this.#permissions.authorize(
        PERMISSIONS.map(permission => ({ permission })),
        { credentials },
      ),
      this.#claimsOf(credentials),
    ]);
    const [readsAll, prices, budgets, keys] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const memberOf = claims.filter(claim => claim.startsWith('group:'));
    const catalog =
      claims.length > 0 ? await this.#directory.current() : undefined;
    // Each on its own: somebody may be in a team and in the one above it.
    const below = unique(
      memberOf.flatMap(team => catalog?.teamsBelow([team]) ?? []),
    );
    const owners = new Set([...claims, ...below]);
    const named = (permission: BasicPermission) =>
      mayBeTrustedWith(credentials, permission);
    return {
      teams: readsAll ? 'all' : unique([...memberOf, ...below]),
      servers: [...(catalog?.servers.values() ?? [])]
        .filter(({ ownerRef }) => owners.has(ownerRef))
        .map(({ ref }) => ref),
      memberOf,
      manages: budgets && named(mcpCostBudgetPermission) ? 'all' : below,
      mayPrice: prices && named(mcpCostPricePermission),
      mayDelegate: keys && named(mcpCostKeyPermission),
      actor: actorOf(credentials as BackstageCredentials<Caller>),
    };
  }

  /** A person and their groups, as refs in lower case; nothing for a service. */
  async #claimsOf(credentials: BackstageCredentials): Promise<string[]> {
    const { type } = credentials.principal as Caller;
    if (type !== 'user') {
      return [];
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    return unique(
      ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }
}

/**
 * Whether a caller may be one who changes money or keys. The framework lets
 * services do everything, and the token of each pipeline is one: only a token
 * that was given the permission by name has it.
 */
function mayBeTrustedWith(
  { principal }: BackstageCredentials,
  permission: BasicPermission,
): boolean {
  const { type, accessRestrictions } =
    principal as Partial<BackstageServicePrincipal>;
  return (
    type !== 'service' ||
    Boolean(accessRestrictions?.permissionNames?.includes(permission.name))
  );
}

function unique(refs: string[]): string[] {
  return [...new Set(refs)];
}
