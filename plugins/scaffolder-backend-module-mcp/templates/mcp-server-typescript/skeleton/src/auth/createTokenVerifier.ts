import {
  type AuthInfo,
  OAuthError,
  OAuthErrorCode,
  type OAuthTokenVerifier,
} from '@modelcontextprotocol/server';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Logger } from 'pino';

import { discoverIssuer } from './discoverIssuer.js';

export interface TokenVerifierOptions {
  issuer: string;
  /** The resource that tokens must be for: this server's public URL. */
  audience: URL;
  log: Logger;
}

// Signed by a private key that only the issuer has.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];

/**
 * Takes the JWTs of one issuer that are meant for this server, and no others.
 * MCP, authorization: a server must not accept tokens issued for something else.
 */
export function createTokenVerifier({
  issuer,
  audience,
  log,
}: TokenVerifierOptions): OAuthTokenVerifier {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  // Found on the first call, so that the server starts without its issuer.
  function findKeys() {
    keys ??= discoverIssuer(issuer).then(
      url => createRemoteJWKSet(url, { timeoutDuration: 5_000 }),
      (error: unknown) => {
        keys = undefined;
        throw error;
      },
    );
    return keys;
  }

  return {
    async verifyAccessToken(token) {
      try {
        const { payload } = await jwtVerify(token, await findKeys(), {
          issuer,
          audience: audience.href,
          algorithms: ALGORITHMS,
          requiredClaims: ['exp', 'sub'],
          clockTolerance: 5,
        });
        return describeBearer(token, payload, audience);
      } catch (error) {
        if (isTokensFault(error)) {
          throw new OAuthError(OAuthErrorCode.InvalidToken, explain(error));
        }
        log.error({ err: error, issuer }, 'a token could not be checked');
        throw new OAuthError(
          OAuthErrorCode.ServerError,
          'The token can not be checked now. Try again later.',
        );
      }
    },
  };
}

function describeBearer(
  token: string,
  payload: JWTPayload,
  resource: URL,
): AuthInfo {
  const { sub, exp, client_id: clientId, scope, scp } = payload;
  return {
    token,
    clientId: typeof clientId === 'string' ? clientId : sub ?? '',
    scopes: [scope, scp].flatMap(toList),
    ...(exp !== undefined && { expiresAt: exp }),
    resource,
    extra: { subject: sub },
  };
}

function toList(claim: unknown): string[] {
  if (typeof claim === 'string') {
    return claim.split(' ').filter(item => item !== '');
  }
  return Array.isArray(claim)
    ? claim.filter(item => typeof item === 'string')
    : [];
}

/** All else is the server's, or its issuer's: another token would not help. */
function isTokensFault(error: unknown): error is errors.JOSEError {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== errors.JOSEError.code
  );
}

function explain(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) {
    return 'The token is over. Get a new one.';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `The claim "${error.claim}" of the token is not what this server takes.`;
  }
  return 'The token is not one that this server takes.';
}
