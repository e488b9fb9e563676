import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  scaffolderPermissions,
  taskCancelPermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';

import { McpPortalPolicy } from './McpPortalPolicy';

const policy = new McpPortalPolicy({
  platformAdmins: ['group:default/platform-engineering'],
});

function decide(name: string, ...groups: string[]) {
  const userEntityRef = 'user:default/Petra';
  return policy.handle(
    { permission: scaffolderPermissions.find(one => one.name === name)! },
    {
      credentials: mockCredentials.user(userEntityRef),
      info: { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] },
    },
  );
}

describe('the policy on templates', () => {
  it.each([
    ['scaffolder.action.execute', AuthorizeResult.ALLOW],
    ['scaffolder.task.create', AuthorizeResult.ALLOW],
    ['scaffolder.template.parameter.read', AuthorizeResult.ALLOW],
    ['scaffolder.template.step.read', AuthorizeResult.ALLOW],
    ['scaffolder.template.dry-run', AuthorizeResult.DENY],
    ['scaffolder.template.management', AuthorizeResult.DENY],
  ])('decides on %s with %s', async (name, result) => {
    expect(await decide(name, 'group:default/payments')).toEqual({ result });
  });

  it.each([taskReadPermission.name, taskCancelPermission.name])(
    'keeps for whoever started the run: %s',
    async name => {
      expect(await decide(name, 'group:default/payments')).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'scaffolder',
        resourceType: 'scaffolder-task',
        conditions: {
          rule: 'IS_TASK_OWNER',
          resourceType: 'scaffolder-task',
          // As the scaffolder notes it, and not the groups.
          params: { createdBy: ['user:default/Petra'] },
        },
      });
    },
  );

  it('has a decision of its own on each permission of the scaffolder', () => {
    expect(scaffolderPermissions.map(({ name }) => name).sort()).toEqual([
      'scaffolder.action.execute',
      'scaffolder.task.cancel',
      'scaffolder.task.create',
      'scaffolder.task.read',
      'scaffolder.template.dry-run',
      'scaffolder.template.management',
      'scaffolder.template.parameter.read',
      'scaffolder.template.step.read',
    ]);
  });

  it('allows all of it to platform admins', async () => {
    for (const { name } of scaffolderPermissions) {
      expect(await decide(name, 'group:default/platform-engineering')).toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
  });
});
