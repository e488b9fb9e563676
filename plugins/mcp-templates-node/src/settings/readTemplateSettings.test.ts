import { resolve } from 'node:path';

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

import { readTemplateSettings } from './readTemplateSettings';
import { shownSettings } from './shownSettings';

const LOCAL = { repositories: { directory: 'data/repositories' } };
const GITHUB = { repositories: { type: 'github', owner: 'acme' } };

const read = (mcpTemplates?: JsonObject, rest: JsonObject = {}) =>
  readTemplateSettings(
    new ConfigReader({ ...(mcpTemplates && { mcpTemplates }), ...rest }),
  );

describe('readTemplateSettings', () => {
  it('needs no more than a folder', () => {
    expect(read(LOCAL)).toEqual({
      repositories: {
        type: 'local',
        directory: resolve('data/repositories'),
      },
      servers: {
        url: 'http://localhost:{port}/mcp',
        ports: { from: 4100, to: 4199 },
      },
      imageRegistry: 'registry.example.com/mcp',
      cliPackage: '@mcp-portal/cli',
    });
  });

  it('takes a code host, whatever another file said of the folder', () => {
    const { repositories } = read({
      repositories: {
        ...LOCAL.repositories,
        type: 'gitlab',
        owner: 'acme/tools',
        owners: { 'Group:default/Payments': 'acme/payments/mcp', support: 'x' },
        visibility: 'private',
      },
    });
    expect(repositories).toEqual({
      type: 'gitlab',
      host: 'gitlab.com',
      owner: 'acme/tools',
      owners: {
        'group:default/payments': 'acme/payments/mcp',
        'group:default/support': 'x',
      },
      visibility: 'private',
    });
  });

  it('takes a host of its own when there is an integration for it', () => {
    const mcpTemplates = {
      repositories: { ...GITHUB.repositories, host: 'git.acme.test:8443' },
    };
    const integrations = {
      github: [
        { host: 'git.acme.test:8443', apiBaseUrl: 'https://git.acme.test/api' },
      ],
    };
    expect(read(mcpTemplates, { integrations }).repositories).toMatchObject({
      host: 'git.acme.test:8443',
    });
    expect(() => read(mcpTemplates)).toThrow(
      /mcpTemplates\.repositories\.host is git\.acme\.test:8443.*integrations\.github/,
    );
  });

  it('takes all else that an operator decides', () => {
    const settings = read({
      ...LOCAL,
      servers: {
        url: 'https://{name}.mcp.acme.test/mcp',
        ports: { from: 5000, to: 5000 },
      },
      authorization: { issuer: 'https://login.acme.test/' },
      imageRegistry: 'registry.acme.test:5000/mcp/servers',
      cliPackage: '@mcp-portal/cli@1.2.3',
    });
    expect(settings).toMatchObject({
      servers: { ports: { from: 5000, to: 5000 } },
      authorization: { issuer: 'https://login.acme.test/' },
      imageRegistry: 'registry.acme.test:5000/mcp/servers',
      cliPackage: '@mcp-portal/cli@1.2.3',
    });
    expect(shownSettings(settings)).toEqual({
      repositories: { type: 'local' },
      servers: { url: 'https://{name}.mcp.acme.test/mcp' },
      authorization: { issuer: 'https://login.acme.test/' },
    });
    expect(shownSettings(read(GITHUB)).repositories).toEqual({
      type: 'github',
      host: 'github.com',
    });
  });

  it.each<[string, JsonObject | undefined, RegExp]>([
    ['no folder', undefined, /repositories\.directory is missing/],
    [
      'an unknown type',
      { repositories: { type: 'svn' } },
      /repositories\.type is "svn".*local, github, gitlab/,
    ],
    [
      'no owner',
      { repositories: { type: 'github' } },
      /repositories\.owner is missing/,
    ],
    [
      'a group of GitLab for an organisation of GitHub',
      { repositories: { type: 'github', owner: 'acme/tools' } },
      /repositories\.owner is "acme\/tools"/,
    ],
    [
      'an owner that leads elsewhere',
      { repositories: { type: 'gitlab', owner: '../acme' } },
      /repositories\.owner/,
    ],
    [
      'a team that is none',
      { repositories: { ...GITHUB.repositories, owners: { 'a/b/c': 'x' } } },
      /repositories\.owners names "a\/b\/c"/,
    ],
    [
      'no owner for a team',
      { repositories: { ...GITHUB.repositories, owners: { a: 1 } } },
      /repositories\.owners\["a"\] is 1/,
    ],
    [
      'a host with its scheme',
      { repositories: { ...GITHUB.repositories, host: 'https://github.com' } },
      /repositories\.host is/,
    ],
    [
      'one address for all servers',
      { ...LOCAL, servers: { url: 'https://mcp.acme.test/mcp' } },
      /servers\.url is .*\{name\} or \{port\}/,
    ],
    [
      'an address that is none',
      { ...LOCAL, servers: { url: '{name}' } },
      /servers\.url is no address/,
    ],
    [
      'ports that are none',
      { ...LOCAL, servers: { ports: { from: 4200 } } },
      /servers\.ports is from 4200 to 4199/,
    ],
    [
      'an issuer with a password',
      { ...LOCAL, authorization: { issuer: 'https://a:b@login.test' } },
      /authorization\.issuer is no address/,
    ],
    [
      'a registry that breaks out of a file',
      { ...LOCAL, imageRegistry: 'x"; rm -rf ~' },
      /imageRegistry is/,
    ],
    [
      'a package that breaks out of a command',
      { ...LOCAL, cliPackage: 'cli && curl evil' },
      /cliPackage is/,
    ],
  ])('refuses %s, and names the key', (_what, mcpTemplates, message) => {
    expect(() => read(mcpTemplates)).toThrow(message);
    expect(() => read(mcpTemplates)).toThrow(/mcpTemplates\./);
  });
});
