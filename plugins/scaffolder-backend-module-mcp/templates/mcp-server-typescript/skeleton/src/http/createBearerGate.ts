import type { IncomingMessage, ServerResponse } from 'node:http';

import {
  type AuthInfo,
  bearerAuthChallengeResponse,
  getOAuthProtectedResourceMetadataUrl,
  verifyBearerToken,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';

import { createTokenVerifier } from '../auth/createTokenVerifier.js';
import type { AuthConfig } from '../config/Config.js';
import { identity } from '../config/identity.js';

export interface BearerGateOptions {
  auth: AuthConfig;
  publicUrl: URL;
  log: Logger;
}

export interface BearerGate {
  /** Who calls; undefined when the request has been refused. */
  admit(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<AuthInfo | undefined>;
  /** RFC 9728: tells clients where to get a token. */
  metadata: object;
}

export function createBearerGate({
  auth,
  publicUrl,
  log,
}: BearerGateOptions): BearerGate {
  const options = {
    verifier: createTokenVerifier({
      issuer: auth.issuer,
      audience: publicUrl,
      log,
    }),
    requiredScopes: auth.requiredScopes,
    expectedResource: publicUrl,
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(publicUrl),
  };
  return {
    metadata: {
      resource: publicUrl.href,
      resource_name: identity.title,
      authorization_servers: [auth.issuer],
      bearer_methods_supported: ['header'],
      ...(auth.requiredScopes.length > 0 && {
        scopes_supported: auth.requiredScopes,
      }),
    },
    async admit(request, response) {
      try {
        return await verifyBearerToken(request.headers.authorization, options);
      } catch (error) {
        const refusal = bearerAuthChallengeResponse(error, options);
        response
          .writeHead(refusal.status, Object.fromEntries(refusal.headers))
          .end(await refusal.text());
        return undefined;
      }
    },
  };
}
