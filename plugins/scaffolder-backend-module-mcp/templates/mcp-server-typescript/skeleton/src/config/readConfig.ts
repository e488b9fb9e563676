import { z } from 'zod';

import type { AuthConfig, Config } from './Config.js';
import { defaults } from './defaults.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const list = z
  .string()
  .default('')
  .transform(text => text.split(/[\s,]+/).filter(item => item !== ''));

const count = (usual: number) =>
  z.coerce.number().int().positive().default(usual);

const webUrl = z.url({ protocol: /^https?$/ });

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(defaults.port),
  MCP_PUBLIC_URL: webUrl.optional(),
  MCP_ALLOWED_HOSTS: list,
  MCP_AUTH: z.enum(['jwt', 'none']).default('jwt'),
  MCP_AUTH_SCOPES: list,
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info'),
  MCP_MAX_REQUEST_BYTES: count(1024 * 1024),
  MCP_REQUEST_TIMEOUT_MS: count(60_000),
  MCP_TOOL_TIMEOUT_MS: count(30_000),
  MCP_SHUTDOWN_TIMEOUT_MS: count(10_000),
});

/** Says which variable is wrong, and what it should be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads all that the environment may say; README.md has the same list.
 *
 * @throws ConfigError naming each variable that can't be used
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.entries(env).filter(([, value]) => value !== '');
  const result = variables.safeParse(Object.fromEntries(given));
  if (!result.success) {
    throw new ConfigError(z.prettifyError(result.error));
  }
  const { data } = result;
  const publicUrl = new URL(
    data.MCP_PUBLIC_URL ?? `http://localhost:${data.PORT}/mcp`,
  );
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl,
    allowedHosts: [...LOOPBACK, publicUrl.hostname, ...data.MCP_ALLOWED_HOSTS],
    ...readAuth(env, data),
    logLevel: data.LOG_LEVEL,
    maxRequestBytes: data.MCP_MAX_REQUEST_BYTES,
    requestTimeoutMs: data.MCP_REQUEST_TIMEOUT_MS,
    toolTimeoutMs: data.MCP_TOOL_TIMEOUT_MS,
    shutdownTimeoutMs: data.MCP_SHUTDOWN_TIMEOUT_MS,
  };
}

function readAuth(
  env: NodeJS.ProcessEnv,
  data: z.infer<typeof variables>,
): { auth?: AuthConfig; warnings: string[] } {
  if (data.MCP_AUTH === 'none') {
    return { warnings: ['Everybody may call: MCP_AUTH is none.'] };
  }
  // Set but empty says that there is no issuer, whatever the default is.
  const issuer = env.MCP_AUTH_ISSUER ?? defaults.issuer;
  if (issuer !== '') {
    if (!webUrl.safeParse(issuer).success) {
      throw new ConfigError(
        'MCP_AUTH_ISSUER is no URL. Give the address of the authorization server, such as https://id.example.com.',
      );
    }
    return {
      auth: { issuer, requiredScopes: data.MCP_AUTH_SCOPES },
      warnings: [],
    };
  }
  if (!isLoopback(data.HOST)) {
    throw new ConfigError(
      `Everybody who reaches ${data.HOST} could call this server. Set MCP_AUTH_ISSUER to the organisation's authorization server, or MCP_AUTH=none if something in front of it checks who calls.`,
    );
  }
  return {
    warnings: [
      'Every program on this machine may call: MCP_AUTH_ISSUER is not set.',
    ],
  };
}

function isLoopback(host: string): boolean {
  return (
    ['localhost', '::1'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)
  );
}
