import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from '../testing/folder.mjs';
import { apiTokenFrom } from './apiToken.mjs';
import { configFiles, portalEnvironment } from './portalConfig.mjs';

function overrides(options) {
  const env = portalEnvironment({
    root: '/checkout',
    env: {},
    dataFolder: join('/checkout', 'data'),
    ...options,
  });
  return Object.fromEntries(
    Object.entries(env).filter(([key]) => key.startsWith('APP_CONFIG_')),
  );
}

test('with the default addresses nothing of the configuration is overridden', () => {
  assert.deepEqual(overrides({}), {});
});

test('another port changes every address that names it', () => {
  assert.deepEqual(overrides({ port: 3100 }), {
    APP_CONFIG_app_baseUrl: 'http://localhost:3100',
    APP_CONFIG_backend_baseUrl: 'http://localhost:3100',
    APP_CONFIG_backend_listen_port: '3100',
    APP_CONFIG_backend_cors_origin: 'http://localhost:3100',
  });
});

test('a backend on a port of its own takes the session of the page on the other', () => {
  assert.deepEqual(overrides({ backendPort: 7007 }), {
    APP_CONFIG_backend_baseUrl: 'http://localhost:7007',
    APP_CONFIG_backend_listen_port: '7007',
    APP_CONFIG_backend_cors_origin: 'http://localhost:3000',
    APP_CONFIG_backend_cors_credentials: 'true',
  });
});

test('another data folder holds the databases and the repositories', () => {
  assert.deepEqual(overrides({ dataFolder: '/elsewhere' }), {
    APP_CONFIG_backend_database_connection_directory: join(
      '/elsewhere',
      'database',
    ),
    APP_CONFIG_mcpTemplates_repositories_directory: join(
      '/elsewhere',
      'repositories',
    ),
  });
});

test('secrets are new with each start, unless the operator set them', () => {
  const options = { root: '/checkout', dataFolder: '/checkout/data' };
  const one = portalEnvironment({ ...options, env: {} });
  const two = portalEnvironment({
    ...options,
    env: { AUTH_SESSION_SECRET: 'mine' },
  });
  assert.match(one.IDENTITY_CLIENT_SECRET, /^[0-9a-f]{64}$/);
  assert.notEqual(one.IDENTITY_CLIENT_SECRET, two.IDENTITY_CLIENT_SECRET);
  assert.equal(two.AUTH_SESSION_SECRET, 'mine');
});

test('the configuration of the static token is added only with a token', async t => {
  const root = await makeFolder(t, {
    'app-config.yaml': '',
    'app-config.local.yaml': '',
    'app-config.api-token.yaml': '',
  });
  assert.deepEqual(configFiles(root), [
    'app-config.yaml',
    'app-config.local.yaml',
  ]);
  assert.deepEqual(configFiles(root, { local: false, apiToken: 'x' }), [
    'app-config.yaml',
    'app-config.api-token.yaml',
  ]);
});

test('a missing configuration file is one line', async t => {
  const root = await makeFolder(t);
  assert.throws(() => configFiles(root), {
    name: 'Failure',
    message: /app-config\.yaml is missing/,
  });
});

test('a static token needs 8 characters', () => {
  assert.equal(apiTokenFrom({}), undefined);
  assert.equal(apiTokenFrom({ PORTAL_API_TOKEN: '01234567' }), '01234567');
  for (const token of ['short', '0123456789 abcdef']) {
    assert.throws(() => apiTokenFrom({ PORTAL_API_TOKEN: token }), {
      name: 'Failure',
      message: /at least 8 characters/,
    });
  }
});
