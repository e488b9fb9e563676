import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { McpCredentialSource } from '@mcp-portal/plugin-mcp-registry-node';
import type { ContractAsker } from './ContractAsker';
import { BackstagePluginSource } from './credentials/BackstagePluginSource';
import { CredentialBook } from './credentials/CredentialBook';
import { OAuthClientSource } from './credentials/OAuthClientSource';
import { BearerSource, HeaderSource } from './credentials/VariableSource';
import { HttpContext } from './http/connectHttp';
import { resolveHost, ResolveHost } from './http/createCheckedAgent';
import { HostRules } from './http/HostRules';
import { McpContractAsker } from './McpContractAsker';
import { Environment } from './rules/environmentVariable';
import { readIntrospectionRules } from './rules/IntrospectionRules';

/**
 * Makes what asks live servers for their contracts, by the rules in
 * `mcpRegistry.introspection`.
 *
 * @throws InputError that names what is wrong in the config, and where;
 * ConflictError when two credential sources have the same type.
 */
export function createContractAsker(options: {
  config: RootConfigService;
  logger: LoggerService;
  auth: AuthService;
  /** What modules added. */
  credentialSources?: McpCredentialSource[];
  env?: Environment;
  /** How names are resolved; the system's way, unless a test says otherwise. */
  resolve?: ResolveHost;
}): ContractAsker {
  const { config, logger, auth, env = process.env } = options;
  const rules = readIntrospectionRules(config);
  const context: HttpContext = {
    hosts: new HostRules(rules.hosts),
    resolve: options.resolve ?? resolveHost,
    maxResponseBytes: rules.maxResponseBytes,
    deadlineMs: rules.deadlineMs,
    logger,
  };
  const credentials = new CredentialBook({
    rules: rules.credentials,
    sources: [
      new BearerSource(env),
      new HeaderSource(env),
      new OAuthClientSource({ env, context }),
      new BackstagePluginSource(auth),
      ...(options.credentialSources ?? []),
    ],
  });
  return new McpContractAsker({ rules, context, credentials, env, logger });
}
