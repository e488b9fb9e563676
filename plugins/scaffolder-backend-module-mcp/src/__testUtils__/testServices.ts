import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

import { ENTITIES } from './entities';
import { OWNERSHIP } from './people';

// The mock forgets that a plugin asks on behalf of the user, and the permission
// backend gives conditions to plugins only.
export const httpAuthService = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    const credentialsOf = httpAuth.credentials.bind(httpAuth);
    httpAuth.credentials = async (request, options) => {
      const credentials = await credentialsOf(request, options);
      const { principal } = credentials as BackstageCredentials<
        BackstageUserPrincipal | { type: 'none' | 'service' }
      >;
      return principal.type === 'user' &&
        request.headers.authorization?.includes('mock-service-token')
        ? (mockCredentials.user(principal.userEntityRef, {
            actor: { subject: 'plugin:catalog' },
          }) as typeof credentials)
        : credentials;
    };
    return httpAuth;
  },
});

export const userInfoService = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async credentials => {
      const { userEntityRef } = (
        credentials as ReturnType<typeof mockCredentials.user>
      ).principal;
      return { userEntityRef, ownershipEntityRefs: OWNERSHIP[userEntityRef] };
    },
  }),
});

export const testEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-entities',
  register(registration) {
    registration.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'test-entities',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: ENTITIES.map(entity => ({
                entity,
                locationKey: 'test',
              })),
            }),
        });
      },
    });
  },
});
