import { JsonObject } from '@backstage/types';
import { createTestAsker } from '../__testUtils__/createTestAsker';

const AT = 'mcpRegistry.introspection';
const HOST = { host: 'mcp.example.com' };
const PACKAGE = {
  registryType: 'npm',
  identifier: 'a',
  version: '1.0.0',
  installed: true,
};
const BEARER = {
  name: 'a',
  url: 'https://mcp.example.com/a',
  type: 'bearer',
  tokenEnv: 'TOKEN',
};

describe('the rules in the config', () => {
  const starting = (introspection: JsonObject) => () =>
    createTestAsker({ introspection });

  it('may be absent', () => {
    expect(starting({})).not.toThrow();
  });

  it('may have everything', () => {
    expect(
      starting({
        deadline: '5s',
        maxResponseBytes: 4096,
        hosts: [
          HOST,
          { host: '*.example.com:8443' },
          { host: '[::1]:8080', allowHttp: true },
          { host: 'localhost:4100-4199', allowHttp: true },
          { host: '*.dev.example.com:*' },
        ],
        stdio: [PACKAGE, { ...PACKAGE, version: '1.0.1' }],
        credentials: [BEARER],
      }),
    ).not.toThrow();
  });

  it.each<[string, JsonObject]>([
    ['deadline', { deadline: { hours: 1 } }],
    ['deadline', { deadline: { milliseconds: 0 } }],
    ['maxResponseBytes', { maxResponseBytes: 10 }],
    ['hosts[0].host', { hosts: [{}] }],
    ['hosts[1].host', { hosts: [HOST, { host: 'https://mcp.example.com' }] }],
    ['hosts[0].host', { hosts: [{ host: '*' }] }],
    ['hosts[0].host', { hosts: [{ host: 'a.*.com' }] }],
    ['hosts[0].host', { hosts: [{ host: 'mcp.example.com:0' }] }],
    ['hosts[0].host', { hosts: [{ host: 'mcp.example.com:9-8' }] }],
    ['hosts[0].host', { hosts: [{ host: 'mcp.example.com:1-65536' }] }],
    ['hosts[0].host', { hosts: [{ host: 'mcp.example.com:1-' }] }],
    ['hosts[0].host', { hosts: [{ host: 'mcp.example.com:**' }] }],
    ['hosts[0].host', { hosts: [{ host: 'mcp.example.com/path' }] }],
    ['hosts[0].host', { hosts: [{ host: 'me@mcp.example.com' }] }],
    [
      'hosts[0].allowPrivateAddresses[0]',
      { hosts: [{ ...HOST, allowPrivateAddresses: ['127.0.0.1'] }] },
    ],
    ['stdio[0].version', { stdio: [{ ...PACKAGE, version: '^1.0.0' }] }],
    ['stdio[0].version', { stdio: [{ ...PACKAGE, version: 'latest' }] }],
    ['stdio[0]', { stdio: [{ ...PACKAGE, command: 'node' }] }],
    ['stdio[0]', { stdio: [{ ...PACKAGE, installed: false }] }],
    ['stdio[0].installed', { stdio: [{ ...PACKAGE, registryType: 'pypi' }] }],
    ['stdio[1]', { stdio: [PACKAGE, PACKAGE] }],
    [
      'stdio[0].env.KEY.fromEnv',
      { stdio: [{ ...PACKAGE, env: { KEY: { fromEnv: 'not a name' } } }] },
    ],
    ['credentials[0].type', { credentials: [{ ...BEARER, type: 'magic' }] }],
    ['credentials[0].name', { credentials: [{ ...BEARER, name: 'a b' }] }],
    ['credentials[1]', { credentials: [BEARER, BEARER] }],
    [
      'credentials[0].url',
      { credentials: [{ ...BEARER, url: 'https://me:pw@example.com' }] },
    ],
    [
      'credentials[0].url',
      { credentials: [{ ...BEARER, url: 'https://example.com/?a=b' }] },
    ],
    [
      'credentials[0].header',
      {
        credentials: [
          {
            ...BEARER,
            type: 'header',
            header: 'Mcp-Session-Id',
            valueEnv: 'A',
          },
        ],
      },
    ],
    [
      'credentials[0].pluginId',
      { credentials: [{ ...BEARER, type: 'backstage-plugin' }] },
    ],
  ])('name what is wrong: %s', (path, introspection) => {
    expect(starting(introspection)).toThrow(`${AT}.${path}`);
  });

  it('do not repeat a secret that was put where a name belongs', () => {
    const secret = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
    let message = '';
    try {
      starting({ credentials: [{ ...BEARER, tokenEnv: secret }] })();
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(`${AT}.credentials[0].tokenEnv`);
    expect(message).not.toContain(secret);
  });
});
