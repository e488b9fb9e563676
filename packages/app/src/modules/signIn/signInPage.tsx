import { SignInPage } from '@backstage/core-components';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { oidcAuthApiRef } from './oidcAuthApiRef';

export const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => props =>
      (
        <SignInPage
          {...props}
          provider={{
            id: 'oidc-auth-provider',
            title: 'MCP Portal',
            message:
              'See which MCP servers your organisation has, who owns them, and what they offer.',
            apiRef: oidcAuthApiRef,
          }}
        />
      ),
  },
});
