import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';

import { scriptUrl } from '../__testUtils__/entities';
import { findEntityProblems } from '../processor/findEntityProblems';
import { createServerEntities } from './createServerEntities';
import { RegistryImportConfig } from './RegistryImportConfig';

const config: RegistryImportConfig = {
  id: 'test',
  location: { type: 'registry', url: 'https://registry.example.com' },
  owner: 'group:default/platform',
  lifecycle: 'production',
  trust: 'unverified',
  maxServers: 20,
  schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
};

const weather = {
  name: 'io.example/weather',
  description: 'Forecasts for a place',
  version: '1.2.0',
  remotes: [{ type: 'streamable-http', url: 'https://weather.example.com' }],
};

function createWith(
  records: JsonValue[],
  changes: Partial<RegistryImportConfig> = {},
): { entities: Entity[]; warnings: string[] } {
  const logger = mockServices.logger.mock();
  const entities = createServerEntities({
    records,
    config: { ...config, ...changes },
    logger,
  });
  return { entities, warnings: logger.warn.mock.calls.map(([text]) => text) };
}

function packageRecord(entry: JsonObject): JsonObject {
  const { remotes, ...rest } = weather;
  return { ...rest, packages: [{ transport: { type: 'stdio' }, ...entry }] };
}

describe('createServerEntities', () => {
  it('makes an entity with what the record says', () => {
    const { entities } = createWith(
      [
        {
          server: {
            ...weather,
            title: 'Weather',
            repository: { url: 'https://git.example.com/weather', source: 'x' },
            websiteUrl: scriptUrl,
            icons: [{ src: 'https://example.com/icon.png' }],
          },
          _meta: {
            'io.modelcontextprotocol.registry/official': { isLatest: true },
          },
        },
      ],
      { system: 'climate', visibility: 'team' },
    );
    const location =
      'url:https://registry.example.com/v0.1/servers/io.example%2Fweather/versions/latest';
    expect(entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: {
          name: 'io.example_weather',
          title: 'Weather',
          description: 'Forecasts for a place',
          annotations: {
            'modelcontextprotocol.io/name': 'io.example/weather',
            'modelcontextprotocol.io/version': '1.2.0',
            'backstage.io/managed-by-location': location,
            'backstage.io/managed-by-origin-location': location,
          },
          links: [
            {
              url: 'https://git.example.com/weather',
              title: 'Repository',
              icon: 'code',
            },
          ],
        },
        spec: {
          type: 'mcp-server',
          lifecycle: 'production',
          owner: 'group:default/platform',
          system: 'climate',
          remotes: [
            { type: 'streamable-http', url: 'https://weather.example.com' },
          ],
          trust: 'unverified',
          visibility: 'team',
        },
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [
      { registryType: 'npm', identifier: '@example/weather', version: '1.0.0' },
      'npx -y @example/weather@1.0.0',
    ],
    [
      { registryType: 'pypi', identifier: 'weather', version: '1.0.0' },
      'uvx weather@1.0.0',
    ],
    [
      { registryType: 'nuget', identifier: 'Weather', version: '1.0.0' },
      'dnx Weather@1.0.0 --yes',
    ],
    [
      { registryType: 'oci', identifier: 'ghcr.io:443/x/weather:1.0.0' },
      'docker run -i --rm ghcr.io:443/x/weather:1.0.0',
    ],
    [
      { registryType: 'oci', identifier: 'ghcr.io:443/x/w', version: '1.0.0' },
      'docker run -i --rm ghcr.io:443/x/w:1.0.0',
    ],
    [
      {
        registryType: 'mcpb',
        identifier: 'https://files.example.com/w.mcpb',
        fileSha256: '0'.repeat(64),
      },
      'https://files.example.com/w.mcpb',
    ],
  ])('says how to start a server without remotes: %j', (entry, command) => {
    const { entities } = createWith([packageRecord(entry)]);
    expect(entities[0].spec).toMatchObject({
      remotes: [{ type: 'stdio', url: command }],
      packages: [entry],
    });
    expect(findEntityProblems(entities[0])).toEqual([]);
  });

  it('keeps the names of the headers that a remote wants, and no values', () => {
    const withHeaders = (headers: JsonValue) => {
      const [remote] = weather.remotes;
      const { entities } = createWith([
        { ...weather, remotes: [{ ...remote, headers }] },
      ]);
      expect(findEntityProblems(entities[0])).toEqual([]);
      return (entities[0].spec?.remotes as JsonObject[])[0];
    };
    expect(
      withHeaders([
        { name: 'X-Api-Key', isSecret: true, value: 'hunter2' },
        { name: 'X-Region' },
      ]),
    ).toEqual({
      ...weather.remotes[0],
      headers: [{ name: 'X-Api-Key' }, { name: 'X-Region' }],
    });
    // They only adorn it.
    expect(withHeaders([{ header: 'X-Api-Key' }])).toEqual(weather.remotes[0]);
  });

  it('takes the address of a package that is reached over HTTP', () => {
    const transport = { type: 'sse', url: 'http://localhost:{port}/sse' };
    const { entities } = createWith([
      packageRecord({ registryType: 'npm', identifier: 'w', transport }),
    ]);
    expect(entities[0].spec?.remotes).toEqual([transport]);
  });

  it.each<[string, JsonValue]>([
    ['it is not an object', 'a text'],
    ['server must be of type object', { server: null }],
    ['server.name is missing', { ...weather, name: undefined } as never],
    ['server.name must look like', { ...weather, name: 'no-slash' }],
    ['server.name must look like', { ...weather, name: 'a/b/c' }],
    ['server.name must look like', { ...weather, name: '-a/b' }],
    ['server.description must not be empty', { ...weather, description: '' }],
    [
      'server.description must have at most 100',
      { ...weather, description: 'x'.repeat(101) },
    ],
    ['server.version must be one exact', { ...weather, version: '^1.0.0' }],
    ['server.version must be one exact', { ...weather, version: 'latest' }],
    [
      'server.remotes[0].url must be an http',
      { ...weather, remotes: [{ type: 'sse', url: scriptUrl }] },
    ],
    [
      'server.remotes[0].type must be one of',
      { ...weather, remotes: [{ type: 'stdio', url: 'https://example.com' }] },
    ],
    [
      'server.packages[0].registryType must be one of',
      packageRecord({ registryType: 'gem', identifier: 'w' }),
    ],
    ['neither remotes nor packages', { ...weather, remotes: [] }],
    [
      'characters in its name or version',
      packageRecord({ registryType: 'npm', identifier: 'w;reboot' }),
    ],
    ['more than 65536 bytes', { ...weather, padding: 'x'.repeat(70_000) }],
    [
      'differ in case only: packages.vars.TOKEN',
      packageRecord({
        registryType: 'npm',
        identifier: 'w',
        vars: { token: {}, TOKEN: {} },
      }),
    ],
  ])('leaves out one bad record and says why: %s', (reason, bad) => {
    const good = { ...weather, name: 'io.example/good' };
    const { entities, warnings } = createWith([bad, good]);
    expect(entities.map(entity => entity.metadata.name)).toEqual([
      'io.example_good',
    ]);
    expect(warnings).toEqual([expect.stringContaining(reason)]);
    expect(warnings[0]).toMatch(/^Left out .*(record 1|io\.example\/weather)/);
  });

  it('marks a deprecated server as deprecated', () => {
    const { entities } = createWith([
      {
        server: weather,
        _meta: {
          'io.modelcontextprotocol.registry/official': { status: 'deprecated' },
        },
      },
    ]);
    expect(entities[0].spec?.lifecycle).toBe('deprecated');
  });

  it('takes a source without one good record for broken', () => {
    expect(() => createWith([{}, 7])).toThrow(
      'none of the 2 records is a server',
    );
  });

  it('takes a source without any record for broken too', () => {
    expect(() => createWith([])).toThrow('it holds no record at all');
  });

  it('refuses more servers than the operator allows', () => {
    const records = ['a', 'b', 'c'].map(name => ({
      ...weather,
      name: `io.example/${name}`,
    }));
    expect(() => createWith(records, { maxServers: 2 })).toThrow(
      'there are 3 servers, and maxServers allows 2',
    );
  });
});
