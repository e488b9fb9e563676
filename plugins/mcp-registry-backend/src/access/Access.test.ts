import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

import { Access } from './Access';

describe('Access', () => {
  // As the framework decides for services, and where permissions are off.
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' as const })) as never,
  });
  const access = new Access({
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () => ({ getRuleByName: () => undefined as never }),
    }),
  });
  const overrideOf = async (credentials: BackstageCredentials) =>
    (await access.scopeOf(credentials)).override;

  it('lets those overrule the gate whom the policy allows it', async () => {
    expect(await overrideOf(mockCredentials.user())).toEqual({ kind: 'all' });
  });

  it('lets no key overrule the gate that was not given this by name', async () => {
    const none = { kind: 'none' };
    expect(await overrideOf(mockCredentials.service())).toEqual(none);
    const restrictedTo = (...permissionNames: string[]) =>
      mockCredentials.service('external:ci', { permissionNames });
    expect(await overrideOf(restrictedTo('mcp.server.publish'))).toEqual(none);
    expect(await overrideOf(restrictedTo('mcp.server.override'))).toEqual({
      kind: 'all',
    });
    expect(
      (await access.scopeOf(mockCredentials.service())).publication,
    ).toEqual({ kind: 'all' });
  });
});
