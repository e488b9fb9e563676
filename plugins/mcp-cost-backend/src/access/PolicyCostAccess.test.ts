import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';

import { ENTITIES } from '../__testUtils__/entities';
import {
  ADA,
  DORA,
  ENGINEERING,
  FIONA,
  FRANK,
  LEDGER_TEAM,
  LOGISTICS,
  OWNERSHIP,
  PAYMENTS,
  PETRA,
} from '../__testUtils__/people';
import { policyPermissions } from '../__testUtils__/policyPermissions';
import { readSnapshot } from '../catalog';
import { PolicyCostAccess } from './PolicyCostAccess';

const snapshot = readSnapshot(ENTITIES, new Date(0));
const current = jest.fn(async () => snapshot);
const access = new PolicyCostAccess({
  permissions: policyPermissions(),
  userInfo: {
    getUserInfo: async credentials => {
      const { userEntityRef } = (
        credentials as ReturnType<typeof mockCredentials.user>
      ).principal;
      return {
        userEntityRef,
        // As a sign-in resolver may write them.
        ownershipEntityRefs: OWNERSHIP[userEntityRef].map(ref =>
          ref.replace('group:', 'Group:'),
        ),
      };
    },
  },
  directory: { current, membersOf: async () => [] },
});

const scopeOf = (caller: string | BackstageCredentials) =>
  access.scopeOf(
    typeof caller === 'string' ? mockCredentials.user(caller) : caller,
  );

describe('what somebody may see and change', () => {
  it('is of their team, of the teams below it, and of the servers of these', async () => {
    expect(await scopeOf(PETRA)).toEqual({
      teams: [PAYMENTS, LEDGER_TEAM],
      servers: [
        'api:default/ledger',
        'api:default/vault',
        'api:default/archive',
      ],
      memberOf: [PAYMENTS],
      manages: [LEDGER_TEAM],
      mayPrice: false,
      mayDelegate: false,
      actor: PETRA,
    });
  });

  it('is of the whole department for its head, who manages its teams but not the department', async () => {
    const scope = await scopeOf(DORA);
    expect([...scope.teams].sort()).toEqual(
      [ENGINEERING, PAYMENTS, LEDGER_TEAM, LOGISTICS].sort(),
    );
    expect([...scope.manages].sort()).toEqual(
      [PAYMENTS, LEDGER_TEAM, LOGISTICS].sort(),
    );
    expect(scope.memberOf).toEqual([ENGINEERING]);
    expect(scope.servers).toHaveLength(4);
  });

  it('is nothing of the team beside', async () => {
    const scope = await scopeOf(FRANK);
    expect(scope.teams).toEqual([LOGISTICS]);
    expect(scope.servers).toEqual(['api:default/freight']);
    expect(scope.manages).toEqual([]);
  });

  it('is the cost of all teams for whom the policy lets read it, and no more', async () => {
    expect(await scopeOf(FIONA)).toMatchObject({
      teams: 'all',
      manages: [],
      mayPrice: false,
      mayDelegate: false,
    });
  });

  it('is everything for platform admins', async () => {
    expect(await scopeOf(ADA)).toMatchObject({
      teams: 'all',
      manages: 'all',
      mayPrice: true,
      mayDelegate: true,
    });
  });
});

describe('what a service may see and change', () => {
  const restrictedTo = (...permissionNames: string[]) =>
    mockCredentials.service('external:ci', { permissionNames });

  it('is to read what its permissions allow', async () => {
    expect(await scopeOf(mockCredentials.service('external:ci'))).toEqual({
      teams: 'all',
      servers: [],
      memberOf: [],
      manages: [],
      mayPrice: false,
      mayDelegate: false,
      actor: 'external:ci',
    });
    expect(await scopeOf(restrictedTo('mcp.cost.price'))).toMatchObject({
      teams: [],
      servers: [],
    });
  });

  it('is to change what its token names, and nothing else', async () => {
    expect(await scopeOf(restrictedTo('mcp.cost.price'))).toMatchObject({
      mayPrice: true,
      mayDelegate: false,
      manages: [],
    });
    expect(
      await scopeOf(restrictedTo('mcp.cost.budget', 'mcp.cost.key')),
    ).toMatchObject({ mayPrice: false, mayDelegate: true, manages: 'all' });
  });

  it('does not turn on the catalog', async () => {
    current.mockRejectedValueOnce(new Error('down'));
    await expect(scopeOf(mockCredentials.service())).resolves.toMatchObject({
      teams: 'all',
    });
    await expect(scopeOf(PETRA)).rejects.toThrow('down');
  });
});
