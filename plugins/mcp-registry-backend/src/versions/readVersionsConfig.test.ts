import { ConfigReader } from '@backstage/config';

import { readVersionsConfig } from './readVersionsConfig';

const read = (versions?: object) =>
  readVersionsConfig(
    new ConfigReader(versions ? { mcpRegistry: { versions } } : {}),
  );

describe('mcpRegistry.versions', () => {
  it('need not be there', () => {
    expect(read()).toEqual({ severities: {}, importDirectories: [] });
  });

  it('says what changes mean, and what to import', () => {
    const severities = { 'tool-removed': 'behavioural' };
    expect(
      read({ severities, import: [{ directory: 'a' }, { directory: 'b' }] }),
    ).toEqual({ severities, importDirectories: ['a', 'b'] });
  });

  it.each<[string, object, string]>([
    [
      'no rule',
      { severities: { 'tool-remved': 'breaking' } },
      'mcpRegistry.versions: ',
    ],
    ['no severity', { severities: { 'tool-removed': 'fatal' } }, '"fatal"'],
    ['no map', { severities: 'strict' }, 'severities'],
    ['a list', { severities: ['tool-removed'] }, 'severities'],
    ['no directory', { import: [{}] }, 'directory'],
  ])('refuses %s, and says where', (_, versions, named) => {
    expect(() => read(versions)).toThrow(named);
  });
});
