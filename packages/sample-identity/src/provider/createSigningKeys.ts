import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';

/**
 * A fresh RSA key for ID tokens. Its random `kid` makes a portal that has kept
 * an earlier key set fetch the new one.
 *
 * @internal
 */
export async function createSigningKeys(): Promise<{ keys: JWK[] }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
  });
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  return {
    keys: [
      { ...jwk, kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' },
    ],
  };
}
