import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  mcpCostPermissions,
  mcpCostReadAllPermission,
} from '@mcp-portal/plugin-mcp-cost-common';

import { readCostReaders } from './costReaders';
import { McpPortalPolicy } from './McpPortalPolicy';
import { readPlatformAdmins } from './platformAdmins';

const config = new ConfigReader({
  mcpCost: { access: { readers: ['Finance', 'user:default/cleo'] } },
});
const policy = new McpPortalPolicy({
  platformAdmins: readPlatformAdmins(config),
  costReaders: readCostReaders(config),
});

async function decide(permission: Permission, ...claims: string[]) {
  const [userEntityRef] = claims;
  const { result } = await policy.handle(
    { permission },
    {
      credentials: mockCredentials.user(userEntityRef),
      info: { userEntityRef, ownershipEntityRefs: claims },
    },
  );
  return result;
}

const OTHERS = mcpCostPermissions.filter(
  permission => permission !== mcpCostReadAllPermission,
);

describe('the policy on usage and cost', () => {
  it.each(mcpCostPermissions)(
    'denies $name to whoever is in a team',
    async permission => {
      expect(
        await decide(
          permission,
          'user:default/petra',
          'group:default/payments',
        ),
      ).toBe(AuthorizeResult.DENY);
    },
  );

  it.each(mcpCostPermissions)(
    'allows $name to platform admins',
    async permission => {
      expect(
        await decide(
          permission,
          'user:default/ada',
          'group:default/platform-engineering',
        ),
      ).toBe(AuthorizeResult.ALLOW);
    },
  );

  it('lets those who are named, and those in groups that are, read the cost of all', async () => {
    for (const claims of [
      ['user:default/fiona', 'group:default/finance'],
      ['user:default/fiona', 'Group:default/Finance'],
      ['user:default/cleo'],
    ]) {
      expect(await decide(mcpCostReadAllPermission, ...claims)).toBe(
        AuthorizeResult.ALLOW,
      );
    }
  });

  it.each(OTHERS)(
    'lets those who read all not have $name',
    async permission => {
      expect(
        await decide(permission, 'user:default/fiona', 'group:default/finance'),
      ).toBe(AuthorizeResult.DENY);
    },
  );

  it('names nobody by default, and says which name is none', () => {
    expect(readCostReaders(new ConfigReader({}))).toEqual([]);
    expect(() =>
      readCostReaders(
        new ConfigReader({ mcpCost: { access: { readers: ['a:'] } } }),
      ),
    ).toThrow('mcpCost.access.readers has "a:"');
  });
});
