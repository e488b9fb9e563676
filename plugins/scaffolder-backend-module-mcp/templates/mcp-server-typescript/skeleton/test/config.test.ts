import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ConfigError, readConfig } from '../src/config/readConfig.js';

describe('The configuration', () => {
  it('listens on this machine only, unless it is told otherwise', () => {
    const config = readConfig({ MCP_AUTH_ISSUER: '' });
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.auth, undefined);
    assert.equal(config.warnings.length, 1);
  });

  it('lets nobody be reached by all without saying who may call', () => {
    assert.throws(
      () => readConfig({ HOST: '0.0.0.0', MCP_AUTH_ISSUER: '' }),
      (error: unknown) =>
        error instanceof ConfigError &&
        error.message.includes('MCP_AUTH_ISSUER'),
    );
    const meant = readConfig({ HOST: '0.0.0.0', MCP_AUTH: 'none' });
    assert.deepEqual(meant.warnings, ['Everybody may call: MCP_AUTH is none.']);
  });

  it('takes the tokens of an issuer', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      MCP_AUTH_ISSUER: 'https://id.example.com',
      MCP_AUTH_SCOPES: 'mcp:read, mcp:write',
    });
    assert.deepEqual(config.auth, {
      issuer: 'https://id.example.com',
      requiredScopes: ['mcp:read', 'mcp:write'],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    assert.equal(readConfig({ HOST: '', MCP_AUTH: 'none' }).host, '127.0.0.1');
  });

  for (const [name, value] of [
    ['PORT', 'http'],
    ['MCP_PUBLIC_URL', 'mcp.example.com'],
    ['MCP_AUTH', 'nobody'],
    ['MCP_AUTH_ISSUER', 'id'],
    ['LOG_LEVEL', 'loud'],
    ['MCP_TOOL_TIMEOUT_MS', '0'],
  ] as const) {
    it(`says that ${name} can't be "${value}"`, () => {
      assert.throws(
        () => readConfig({ [name]: value }),
        (error: unknown) =>
          error instanceof ConfigError && error.message.includes(name),
      );
    });
  }
});
