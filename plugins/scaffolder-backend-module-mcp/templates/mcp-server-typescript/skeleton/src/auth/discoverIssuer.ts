import { z } from 'zod';

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

const TIMEOUT_MS = 5_000;

/**
 * Finds where an authorization server keeps its keys: RFC 8414, else OpenID
 * Connect Discovery.
 */
export async function discoverIssuer(issuer: string): Promise<URL> {
  const failures: string[] = [];
  for (const url of metadataUrls(issuer)) {
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { accept: 'application/json' },
      });
      if (!response.ok) {
        throw new Error(`it answers ${response.status}`);
      }
      const found = metadata.parse(await response.json());
      // RFC 8414, 3.3: who names another issuer must not be believed.
      if (found.issuer !== issuer) {
        throw new Error(`it is about ${found.issuer}`);
      }
      return new URL(found.jwks_uri);
    } catch (error) {
      failures.push(`${url.href}: ${describe(error)}`);
    }
  }
  throw new Error(
    `The authorization server ${issuer} does not say where its keys are. ${failures.join(
      '; ',
    )}`,
  );
}

function metadataUrls(issuer: string): URL[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    new URL(`${origin}/.well-known/oauth-authorization-server${path}`),
    new URL(`${origin}${path}/.well-known/openid-configuration`),
  ];
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.cause instanceof Error ? error.cause.message : error.message;
}
