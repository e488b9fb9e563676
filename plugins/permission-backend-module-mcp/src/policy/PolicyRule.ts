import {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/**
 * What the policy knows of the signed-in user.
 */
export interface Caller {
  /** As it was at sign-in. */
  userEntityRef: string;
  /** The user and the groups, as entity refs in lower case. */
  claims: string[];
}

/**
 * The part of the policy for one subject: a decision for the permissions of
 * that subject, and nothing for all others.
 */
export type PolicyRule = (
  permission: Permission,
  caller: Caller,
) => PolicyDecision | undefined;
