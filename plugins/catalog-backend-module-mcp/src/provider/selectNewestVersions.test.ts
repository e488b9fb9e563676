import { RegistryRecord } from './RegistryRecord';
import { selectNewestVersions } from './selectNewestVersions';

function record(
  name: string,
  version: string,
  state: Partial<Omit<RegistryRecord, 'server'>> = {},
): RegistryRecord {
  return {
    server: { name, version, description: 'A server' },
    status: 'active',
    isLatest: false,
    ...state,
  };
}

function select(...records: RegistryRecord[]): string[] {
  return selectNewestVersions(records).map(
    ({ server }) => `${server.name} ${server.version}`,
  );
}

describe('selectNewestVersions', () => {
  it('takes what the source calls the latest, wherever it stands', () => {
    expect(
      select(
        record('a/a', '1.0.0'),
        record('a/a', '0.9.1', { isLatest: true }),
        record('a/a', '2.0.0'),
      ),
    ).toEqual(['a/a 0.9.1']);
  });

  it('takes the highest semantic version otherwise', () => {
    expect(
      select(
        record('a/a', '1.9.0'),
        record('a/a', '1.10.0'),
        record('a/a', '1.10.0-rc.1'),
        record('a/a', 'nightly'),
        record('b/b', '1.0.0'),
      ),
    ).toEqual(['a/a 1.10.0', 'b/b 1.0.0']);
  });

  it('takes the last one when versions have no order', () => {
    expect(select(record('a/a', 'spring'), record('a/a', 'autumn'))).toEqual([
      'a/a autumn',
    ]);
  });

  it('leaves out deleted versions, and a server that has no others', () => {
    expect(
      select(
        record('a/a', '2.0.0', { status: 'deleted', isLatest: true }),
        record('a/a', '1.0.0'),
        record('b/b', '1.0.0', { status: 'deleted' }),
        record('c/c', '1.0.0', { status: 'deprecated' }),
      ),
    ).toEqual(['a/a 1.0.0', 'c/c 1.0.0']);
  });
});
