import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

import { catalogRule } from './catalogRule';
import { costRule } from './costRule';
import { operationsRule } from './operationsRule';
import { PolicyRule } from './PolicyRule';
import { registryRule } from './registryRule';
import { scaffolderRule } from './scaffolderRule';

/**
 * Who may see and do what. Everyone signed in may read what no rule restricts;
 * to change something takes a rule that allows it. A policy of one's own may
 * hand over to it.
 * @public
 */
export class McpPortalPolicy implements PermissionPolicy {
  readonly #platformAdmins: Set<string>;
  readonly #rules: PolicyRule[];

  /**
   * @param options - `platformAdmins`: refs of those who may see and do
   *   everything; `costReaders`: of those who may see the cost of all teams.
   *   Complete and in lower case
   */
  constructor(options: { platformAdmins: string[]; costReaders?: string[] }) {
    this.#platformAdmins = new Set(options.platformAdmins);
    this.#rules = [
      catalogRule,
      registryRule,
      costRule(new Set(options.costReaders)),
      scaffolderRule,
      operationsRule,
    ];
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    // The catalog writes the refs in relations in lower case.
    const claims = user.info.ownershipEntityRefs.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    if (claims.some(claim => this.#platformAdmins.has(claim))) {
      return { result: AuthorizeResult.ALLOW };
    }
    for (const rule of this.#rules) {
      const decision = rule(permission, {
        userEntityRef: user.info.userEntityRef,
        claims,
      });
      if (decision) {
        return decision;
      }
    }
    return {
      result:
        permission.attributes.action === 'read'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    };
  }
}
