import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A claim that is undefined is left out. */
export type Claims = Record<string, string | number | undefined>;

/** An authorization server with a key of its own, until the test ends. */
export async function startTestIssuer(t: TestContext) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' };
  let issuer = '';
  const server = createServer((request, response) => {
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer,
        jwks_uri: `${issuer}/jwks`,
      },
      '/jwks': { keys: [jwk] },
    };
    const found = documents[request.url ?? ''];
    response
      .writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(found ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });

  return {
    issuer,
    /** A good token, but for the claims that are given. */
    token(claims: Claims) {
      const inAMinute = Math.floor(Date.now() / 1000) + 60;
      const usual = { iss: issuer, sub: 'dana', exp: inAMinute };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .sign(privateKey);
    },
  };
}
