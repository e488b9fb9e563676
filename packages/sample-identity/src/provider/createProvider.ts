import { randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { IdentityConfig } from '../identityConfig';
import { createPageHeaders } from '../pages/createPageHeaders';
import { errorPage } from '../pages/errorPage';
import { signOutPage, signedOutPage } from '../pages/signOutPage';
import { Person } from '../people/Person';
import { BoundedAdapter } from './BoundedAdapter';
import { COOKIE_NAMES } from './cookieNames';
import { createSigningKeys } from './createSigningKeys';
import { grantForPortal } from './grantForPortal';

/**
 * The one client of the provider.
 *
 * @internal
 */
export const CLIENT_ID = 'mcp-portal';

const HOUR_S = 60 * 60;
// Tokens end with the session and the grant that they came from: one life for all.
const SIGNED_IN_S = 7 * 24 * HOUR_S;
const MAX_ENTRIES_PER_MODEL = 1000;

/**
 * The OpenID provider itself: one client, people from the sample organisation,
 * keys and memory that live as long as the process.
 *
 * @internal
 */
export async function createProvider(options: {
  config: IdentityConfig;
  people: Person[];
}): Promise<Provider> {
  const { config, people } = options;
  const { issuer, portalUrl, portalBackendUrl, clientSecret } = config;
  const headers = createPageHeaders(config);
  const peopleByRef = new Map(people.map(person => [person.ref, person]));

  const configuration: Configuration = {
    adapter: () => new BoundedAdapter({ maxEntries: MAX_ENTRIES_PER_MODEL }),
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: 'MCP Portal',
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${portalBackendUrl}/api/auth/oidc/handler/frame`],
        post_logout_redirect_uris: [portalUrl, `${portalUrl}/`],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    clientAuthMethods: ['client_secret_basic'],
    responseTypes: ['code'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: COOKIE_NAMES,
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) =>
          token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.set(headers);
          ctx.body = signOutPage({ form });
        },
        postLogoutSuccessSource: async ctx => {
          ctx.set(headers);
          ctx.body = signedOutPage({ portalUrl });
        },
      },
    },
    findAccount: async (_ctx, sub) => {
      const person = peopleByRef.get(sub);
      return person && { accountId: sub, claims: () => claimsOf(person) };
    },
    interactions: {
      url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
    },
    issueRefreshToken: async (_ctx, client) =>
      client.grantTypeAllowed('refresh_token'),
    jwks: await createSigningKeys(),
    loadExistingGrant: grantForPortal,
    pkce: { required: () => true },
    renderError: async (ctx, out) => {
      ctx.type = 'html';
      ctx.set(headers);
      ctx.body = errorPage({
        portalUrl,
        problem: out.error_description ?? out.error,
      });
    },
    scopes: ['openid', 'offline_access'],
    ttl: {
      AccessToken: HOUR_S,
      AuthorizationCode: 60,
      Grant: SIGNED_IN_S,
      IdToken: HOUR_S,
      Interaction: HOUR_S,
      RefreshToken: SIGNED_IN_S,
      Session: SIGNED_IN_S,
    },
  };
  return new Provider(issuer, configuration);
}

function claimsOf(person: Person) {
  return {
    sub: person.ref,
    name: person.displayName,
    preferred_username: person.username,
    email: person.email,
    email_verified: true,
  };
}
