import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import type { McpCredentialSource } from '@mcp-portal/plugin-mcp-registry-node';
import { createContractAsker } from '../createContractAsker';
import type { ServerToAsk } from '../ContractAsker';
import type { ResolveHost } from '../http/createCheckedAgent';

/** What lets a test's own loopback server be called. */
export function loopback(port: number): JsonObject {
  return {
    host: `127.0.0.1:${port}`,
    allowHttp: true,
    allowPrivateAddresses: ['127.0.0.0/8'],
  };
}

/** The asker with a test's rules, environment and names. */
export function createTestAsker(options: {
  introspection?: JsonObject;
  env?: Record<string, string>;
  resolve?: ResolveHost;
  credentialSources?: McpCredentialSource[];
}) {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const asker = createContractAsker({
    config: mockServices.rootConfig({
      data: {
        mcpRegistry: {
          introspection: {
            deadline: { seconds: 10 },
            ...options.introspection,
          },
        },
      },
    }),
    logger,
    auth: mockServices.auth(),
    env: { PATH: process.env.PATH, ...options.env },
    resolve: options.resolve,
    credentialSources: options.credentialSources,
  });
  const logged = () =>
    JSON.stringify([
      logger.debug.mock.calls,
      logger.info.mock.calls,
      logger.warn.mock.calls,
      logger.error.mock.calls,
    ]);
  return { asker, logged };
}

/** A server entity with one remote. */
export function remote(url: string, type = 'streamable-http'): ServerToAsk {
  return { ref: 'api:default/test', remotes: [{ type, url }], packages: [] };
}

/** A server entity with one package. */
export function npmPackage(identifier: string, version?: string): ServerToAsk {
  return {
    ref: 'api:default/test',
    remotes: [],
    packages: [{ registryType: 'npm', identifier, version }],
  };
}
