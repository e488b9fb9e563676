import type { McpCredentialSource } from '@mcp-portal/plugin-mcp-registry-node';
import { JsonObject } from '@backstage/types';
import { createTestAsker, loopback } from './createTestAsker';
import { TestServer } from './startTestServer';

/** A value that JSON, URLs and Base64 each write differently. */
export const SECRET = 'tok-5ecret-"value"/+';

const ENV = {
  TOKEN: SECRET,
  CLIENT_ID: 'portal',
  CLIENT_SECRET: 'client-5ecret/+&',
};

/** The entry of a bearer token. */
export function bearer(url: string, more: JsonObject = {}): JsonObject {
  return {
    name: 'test-token',
    url,
    type: 'bearer',
    tokenEnv: 'TOKEN',
    ...more,
  };
}

/** An asker with these credentials, that may call these servers. */
export function askerWith(
  servers: TestServer[],
  credentials: JsonObject[],
  more: { credentialSources?: McpCredentialSource[] } = {},
) {
  return createTestAsker({
    introspection: {
      hosts: servers.map(server => loopback(server.port)),
      credentials,
    },
    env: ENV,
    ...more,
  });
}

/** The different values of a header that came to a server. */
export function sent(server: TestServer, header = 'authorization') {
  return [...new Set(server.requests.map(({ headers }) => headers[header]))];
}
