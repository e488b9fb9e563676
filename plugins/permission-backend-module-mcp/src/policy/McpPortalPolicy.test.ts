import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
  Permission,
  PermissionAttributes,
} from '@backstage/plugin-permission-common';
import {
  mcpAgentReadPermission,
  mcpRegistryPermissions,
  mcpServerIntrospectPermission,
  mcpServerOverridePermission,
  mcpServerPublishPermission,
  mcpServerReadPermission,
} from '@mcp-portal/plugin-mcp-registry-common';

import { McpPortalPolicy } from './McpPortalPolicy';
import { readPlatformAdmins } from './platformAdmins';

const policy = new McpPortalPolicy({
  platformAdmins: readPlatformAdmins(new ConfigReader({})),
});

function decide(permission: Permission, ...claims: string[]) {
  const userEntityRef = 'user:default/ada';
  return policy.handle(
    { permission },
    {
      credentials: mockCredentials.user(userEntityRef),
      info: { userEntityRef, ownershipEntityRefs: [userEntityRef, ...claims] },
    },
  );
}

function catalogPermission(name: string): Permission {
  return catalogPermissions.find(permission => permission.name === name)!;
}

function otherPermission(name: string, attributes: PermissionAttributes) {
  return createPermission({ name, attributes });
}

describe('McpPortalPolicy', () => {
  it('denies everything to nobody', async () => {
    for (const permission of [
      ...catalogPermissions,
      ...mcpRegistryPermissions,
      otherPermission('other.thing.read', { action: 'read' }),
    ]) {
      expect(await policy.handle({ permission })).toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });

  it('allows everything to platform admins', async () => {
    for (const permission of [
      ...catalogPermissions,
      ...mcpRegistryPermissions,
      otherPermission('other.thing.delete', { action: 'delete' }),
      otherPermission('devtools.config', { action: 'read' }),
    ]) {
      expect(
        await decide(permission, 'group:default/Platform-Engineering'),
      ).toEqual({ result: AuthorizeResult.ALLOW });
    }
  });

  it('lets a user read entities for the organisation, and those of the own team', async () => {
    const decision = await decide(
      catalogPermission('catalog.entity.read'),
      'group:default/Payments',
    );
    expect(decision).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        anyOf: [
          {
            not: {
              rule: 'HAS_SPEC',
              resourceType: 'catalog-entity',
              params: { key: 'visibility' },
            },
          },
          {
            rule: 'HAS_SPEC',
            resourceType: 'catalog-entity',
            params: { key: 'visibility', value: 'organisation' },
          },
          {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: ['user:default/ada', 'group:default/payments'] },
          },
        ],
      },
    });
  });

  it.each([mcpServerReadPermission, mcpAgentReadPermission])(
    'lets a user read what is for the organisation, and what the own team has: $name',
    async permission => {
      const { resourceType } = permission;
      expect(await decide(permission, 'group:default/payments')).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'mcp-registry',
        resourceType,
        conditions: {
          anyOf: [
            {
              rule: 'HAS_VISIBILITY',
              resourceType,
              params: { visibility: 'organisation' },
            },
            {
              rule: 'IS_OWNER',
              resourceType,
              params: {
                claims: ['user:default/ada', 'group:default/payments'],
              },
            },
          ],
        },
      });
    },
  );

  it.each([mcpServerIntrospectPermission, mcpServerPublishPermission])(
    'keeps for the owner of a server: $name',
    async permission => {
      expect(await decide(permission)).toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          rule: 'IS_OWNER',
          params: { claims: ['user:default/ada'] },
        },
      });
    },
  );

  it('lets nobody but platform admins overrule the gate', async () => {
    expect(await decide(mcpServerOverridePermission)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('lets only the owner refresh an entity', async () => {
    expect(
      await decide(catalogPermission('catalog.entity.refresh')),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/ada'] },
      },
    });
  });

  it.each<[string, AuthorizeResult]>([
    ['catalog.entity.create', AuthorizeResult.ALLOW],
    ['catalog.entity.validate', AuthorizeResult.ALLOW],
    ['catalog.location.create', AuthorizeResult.ALLOW],
    ['catalog.location.analyze', AuthorizeResult.ALLOW],
    ['catalog.entity.delete', AuthorizeResult.DENY],
    ['catalog.location.read', AuthorizeResult.DENY],
    ['catalog.location.delete', AuthorizeResult.DENY],
    ['catalog.ingestion.read', AuthorizeResult.DENY],
    ['catalog.ingestion.manage', AuthorizeResult.DENY],
  ])('decides on %s with %s', async (name, result) => {
    expect(await decide(catalogPermission(name))).toEqual({ result });
  });

  it('has a decision of its own on each permission of the catalog', () => {
    expect(catalogPermissions.map(({ name }) => name).sort()).toEqual([
      'catalog.entity.create',
      'catalog.entity.delete',
      'catalog.entity.read',
      'catalog.entity.refresh',
      'catalog.entity.validate',
      'catalog.ingestion.manage',
      'catalog.ingestion.read',
      'catalog.location.analyze',
      'catalog.location.create',
      'catalog.location.delete',
      'catalog.location.read',
    ]);
  });

  it.each<[string, PermissionAttributes, AuthorizeResult]>([
    ['other.thing.read', { action: 'read' }, AuthorizeResult.ALLOW],
    ['other.thing.create', { action: 'create' }, AuthorizeResult.DENY],
    ['other.thing.update', { action: 'update' }, AuthorizeResult.DENY],
    ['other.thing.delete', { action: 'delete' }, AuthorizeResult.DENY],
    ['other.thing.use', {}, AuthorizeResult.DENY],
    ['devtools.config', { action: 'read' }, AuthorizeResult.DENY],
    ['catalog.thing.new', { action: 'read' }, AuthorizeResult.DENY],
  ])('decides on %s, which no rule names, with %s %s', async (...args) => {
    const [name, attributes, result] = args;
    expect(await decide(otherPermission(name, attributes))).toEqual({ result });
  });
});

describe('readPlatformAdmins', () => {
  const read = (platformAdmins: string[]) =>
    readPlatformAdmins(
      new ConfigReader({ mcpRegistry: { access: { platformAdmins } } }),
    );

  it('completes the refs', () => {
    expect(read(['SRE', 'user:Ada'])).toEqual([
      'group:default/sre',
      'user:default/ada',
    ]);
  });

  it('can name nobody', () => {
    expect(read([])).toEqual([]);
  });

  it('says which ref is none', () => {
    expect(() => read(['group:'])).toThrow(
      'mcpRegistry.access.platformAdmins has "group:", which is no entity ref',
    );
  });
});
