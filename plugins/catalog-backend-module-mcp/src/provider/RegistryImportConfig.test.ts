import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';

import { readRegistryImportConfigs } from './RegistryImportConfig';

function read(values: JsonObject) {
  return readRegistryImportConfigs(
    new ConfigReader({
      catalog: {
        providers: { mcpRegistry: { main: { owner: 'platform', ...values } } },
      },
    }),
  );
}

describe('readRegistryImportConfigs', () => {
  it('finds nothing where nothing is configured', () => {
    expect(readRegistryImportConfigs(new ConfigReader({}))).toEqual([]);
  });

  it('fills in what is left out', () => {
    expect(read({ url: 'https://registry.example.com' })).toEqual([
      {
        id: 'main',
        location: { type: 'registry', url: 'https://registry.example.com' },
        owner: 'platform',
        lifecycle: 'production',
        system: undefined,
        trust: 'unverified',
        visibility: undefined,
        maxServers: 10_000,
        schedule: expect.objectContaining({ frequency: { hours: 1 } }),
      },
    ]);
  });

  it.each([
    ['https://r.example.com/', 'registry', 'https://r.example.com'],
    ['https://r.example.com/mcp/', 'registry', 'https://r.example.com/mcp'],
    ['https://r.example.com/v0.1/servers', 'registry', 'https://r.example.com'],
    ['https://r.example.com/a/v0', 'registry', 'https://r.example.com/a'],
    ['https://r.example.com/l.json', 'list', 'https://r.example.com/l.json'],
  ])('understands %s as the address of a %s', (url, type, expected) => {
    expect(read({ url })[0].location).toEqual({ type, url: expected });
  });

  it.each<[JsonObject, string]>([
    [{}, 'main must have either url or file'],
    [{ url: 'https://a.example', file: 'b' }, 'must have either url or file'],
    [{ url: 'file:///etc/passwd' }, 'main.url must be an http or https URL'],
    [{ url: 'https://me:pw@a.example' }, 'must not contain a user name'],
    [{ file: 'a', trust: 'high' }, 'main.trust must be one of internal'],
    [{ file: 'a', visibility: 'all' }, 'main.visibility must be one of team'],
    [{ file: 'a', maxServers: 0 }, 'main.maxServers must be a whole number'],
  ])('says which setting is wrong: %j', (values, message) => {
    expect(() => read(values)).toThrow(message);
  });
});
