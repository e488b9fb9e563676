import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';

import { PolicyRule } from './PolicyRule';

// To make something from a template that is in the catalog. Which templates
// are, the operator decides with the catalog's rules for locations.
const USE_PERMISSIONS = [
  actionExecutePermission,
  taskCreatePermission,
  templateParameterReadPermission,
  templateStepReadPermission,
];

/**
 * Templates and their runs. A run holds what somebody typed into a form and what
 * came of it: nobody else's business.
 */
export const scaffolderRule: PolicyRule = (permission, { userEntityRef }) => {
  if (!permission.name.startsWith('scaffolder.')) {
    return undefined;
  }
  if (
    isPermission(permission, taskReadPermission) ||
    isPermission(permission, taskCancelPermission)
  ) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
    );
  }
  // The rest is for platform admins: a dry run executes the steps that somebody
  // sends, whatever they are.
  return {
    result: USE_PERMISSIONS.some(({ name }) => name === permission.name)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY,
  };
};
