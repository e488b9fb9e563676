import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';

export const DEFAULT_PORT = 3000;
export const DEFAULT_IDENTITY_PORT = 3001;

/** The configuration files of a portal, in the order in which later ones win. */
export function configFiles(
  root,
  { local = true, apiToken, extraConfigs = [] } = {},
) {
  const files = ['app-config.yaml'];
  if (local && existsSync(join(root, 'app-config.local.yaml'))) {
    files.push('app-config.local.yaml');
  }
  if (apiToken) {
    files.push('app-config.api-token.yaml');
  }
  files.push(...extraConfigs);
  const missing = files.find(file => !existsSync(join(root, file)));
  if (missing) {
    throw new Failure(`The configuration file ${missing} is missing.`);
  }
  return files;
}

/**
 * The environment of a portal's processes. app-config.yaml holds the default addresses; only what differs from them
 * is overridden, so that a developer's app-config.local.yaml keeps its say.
 */
export function portalEnvironment({
  root,
  env = process.env,
  port = DEFAULT_PORT,
  identityPort = DEFAULT_IDENTITY_PORT,
  dataFolder,
  backendPort = port,
}) {
  const url = `http://localhost:${port}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const result = {
    ...env,
    NODE_ENV: 'development',
    PORTAL_URL: url,
    PORTAL_BACKEND_URL: backendUrl,
    IDENTITY_PORT: String(identityPort),
    IDENTITY_URL: `http://localhost:${identityPort}`,
    MCP_PORTAL_DATA: dataFolder,
    // Known to this portal's own processes only, and new with each start.
    IDENTITY_CLIENT_SECRET: env.IDENTITY_CLIENT_SECRET || newSecret(),
    AUTH_SESSION_SECRET: env.AUTH_SESSION_SECRET || newSecret(),
  };
  if (port !== DEFAULT_PORT) {
    result.APP_CONFIG_app_baseUrl = url;
  }
  if (backendPort !== DEFAULT_PORT) {
    result.APP_CONFIG_backend_baseUrl = backendUrl;
    result.APP_CONFIG_backend_listen_port = String(backendPort);
  }
  if (port !== DEFAULT_PORT || backendPort !== port) {
    result.APP_CONFIG_backend_cors_origin = url;
  }
  if (backendPort !== port) {
    // The session's cookie goes with what the page on the other port asks.
    result.APP_CONFIG_backend_cors_credentials = 'true';
  }
  if (dataFolder !== join(root, 'data')) {
    result.APP_CONFIG_backend_database_connection_directory = join(
      dataFolder,
      'database',
    );
    result.APP_CONFIG_mcpTemplates_repositories_directory = join(
      dataFolder,
      'repositories',
    );
  }
  return result;
}

function newSecret() {
  return randomBytes(32).toString('hex');
}
