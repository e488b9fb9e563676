import { createSnapshot } from '../snapshot';
import {
  judgeVersion,
  judgeVersionFetching,
  proposeVersion,
} from './judgeVersion';

/** A server with those tools, described so. */
const contractOf = (tools: string, instructions?: string) =>
  createSnapshot({
    tools: [...tools].map(name => ({ name, inputSchema: { type: 'object' } })),
    instructions,
  }).contract;

const published = (...versions: [version: string, tools: string][]) =>
  versions.map(([version, tools]) => ({
    version,
    contract: contractOf(tools),
  }));

describe('judgeVersion', () => {
  it('accepts whatever comes first', () => {
    expect(
      judgeVersion({
        published: [],
        version: '0.1.0',
        contract: contractOf('a'),
      }),
    ).toEqual({
      accepted: true,
      requiredBump: 'none',
      smallestVersion: '0.1.0',
    });
  });

  const history = published(['1.4.2', 'ab'], ['1.4.1', 'ab'], ['2.0.0', 'b']);

  it.each([
    // On the newest line.
    ['2.0.1', 'b', true, '2.0.0', 'none', '2.0.1'],
    ['2.0.1', 'bc', false, '2.0.0', 'minor', '2.1.0'],
    ['2.1.0', 'bc', true, '2.0.0', 'minor', '2.1.0'],
    ['3.0.0', 'bc', true, '2.0.0', 'minor', '2.1.0'],
    ['2.1.0', 'c', false, '2.0.0', 'major', '3.0.0'],
    ['3.0.0', 'c', true, '2.0.0', 'major', '3.0.0'],
    // A fix of an older line, although a newer one is there.
    ['1.4.3', 'ab', true, '1.4.2', 'none', '1.4.3'],
    ['1.4.3', 'abc', false, '1.4.2', 'minor', '1.5.0'],
    ['1.5.0', 'abc', true, '1.4.2', 'minor', '1.5.0'],
    // What breaks 1.4.2 only adds to 2.0.0.
    ['1.4.3', 'bc', false, '1.4.2', 'major', '2.1.0'],
    // Prereleases are judged as the release that they are for.
    ['3.0.0-rc.1', 'c', true, '2.0.0', 'major', '3.0.0'],
    ['2.0.1-rc.1', 'c', false, '2.0.0', 'major', '3.0.0'],
    ['2.0.0-rc.1', 'c', true, '1.4.2', 'major', '3.0.0'],
  ])(
    'of %s with the tools %s is %p',
    (version, tools, accepted, base, requiredBump, smallestVersion) => {
      expect(
        judgeVersion({
          published: history,
          version,
          contract: contractOf(tools),
        }),
      ).toMatchObject({ accepted, base, requiredBump, smallestVersion });
    },
  );

  it('shows the changes since the base', () => {
    const { diff } = judgeVersion({
      published: history,
      version: '2.0.1',
      contract: contractOf('c'),
    });
    expect(diff?.changes.map(({ rule }) => rule)).toEqual([
      'tool-removed',
      'tool-added',
    ]);
  });

  it('compares with no prerelease', () => {
    expect(
      judgeVersion({
        published: published(['1.0.0', 'a'], ['2.0.0-rc.1', 'b']),
        version: '2.0.0',
        contract: contractOf('c'),
      }),
    ).toMatchObject({ accepted: true, base: '1.0.0' });
  });

  it.each([
    ['0.3.1', 'ab', false, 'minor', '0.4.0'],
    ['0.4.0', 'ab', true, 'minor', '0.4.0'],
    ['0.3.1', 'b', false, 'minor', '0.4.0'],
    ['0.4.0', 'b', true, 'minor', '0.4.0'],
    ['1.0.0', 'b', true, 'minor', '0.4.0'],
  ])(
    'needs a new 0.y for %s with the tools %s',
    (version, tools, accepted, requiredBump, smallestVersion) => {
      expect(
        judgeVersion({
          published: published(['0.3.0', 'a']),
          version,
          contract: contractOf(tools),
        }),
      ).toMatchObject({ accepted, requiredBump, smallestVersion });
    },
  );

  it('gives no number away twice', () => {
    expect(
      judgeVersion({
        published: published(['1.0.0', 'a']),
        taken: ['1.1.0', '1.1.1'],
        version: '1.1.0',
        contract: contractOf('ab'),
      }),
    ).toMatchObject({
      accepted: false,
      taken: true,
      base: '1.0.0',
      requiredBump: 'minor',
      smallestVersion: '1.1.2',
    });
  });

  it('needs no other contract of a long history than that of the base', async () => {
    const versions = Array.from({ length: 300 }, (_, minor) => `1.${minor}.0`);
    const fetched: string[] = [];
    const judged = await judgeVersionFetching({
      published: versions,
      fetchContract: async version => {
        fetched.push(version);
        return contractOf('a');
      },
      version: '1.299.1',
      contract: contractOf('ab'),
    });
    expect(judged).toMatchObject({
      accepted: false,
      smallestVersion: '1.300.0',
    });
    expect(fetched).toEqual(['1.299.0']);
  });

  describe('below what is published', () => {
    it('refuses what the next release of the line does not keep', () => {
      expect(
        judgeVersion({
          published: published(['1.2.0', 'a'], ['1.3.0', 'a']),
          version: '1.0.0',
          contract: contractOf('ab'),
        }),
      ).toMatchObject({
        accepted: false,
        requiredBump: 'none',
        successor: {
          version: '1.2.0',
          requiredBump: 'major',
          diff: { changes: [{ rule: 'tool-removed', where: { tool: 'b' } }] },
        },
        smallestVersion: '1.4.0',
      });
    });

    it('accepts what the next release of the line keeps', () => {
      const judgement = judgeVersion({
        published: published(['1.2.0', 'ab']),
        version: '1.1.0',
        contract: contractOf('a'),
      });
      expect(judgement).toEqual({
        accepted: true,
        requiredBump: 'none',
        smallestVersion: '1.1.0',
      });
    });

    it.each([['1.0.0'], ['0.9.0']])(
      'has %s free beside another line',
      version => {
        const beside = version === '1.0.0' ? '2.0.0' : '0.10.0';
        expect(
          judgeVersion({
            published: published([beside, 'b']),
            version,
            contract: contractOf('a'),
          }),
        ).toMatchObject({ accepted: true });
      },
    );

    it('refuses what an older line had, where the next release lacks it', () => {
      const versions = published(['1.0.0', 'ab'], ['2.1.0', 'a']);
      const contract = contractOf('ab');
      expect(
        judgeVersion({ published: versions, version: '2.0.0', contract }),
      ).toMatchObject({ accepted: false, successor: { version: '2.1.0' } });
      expect(
        judgeVersion({ published: versions, version: '1.1.0', contract }),
      ).toMatchObject({ accepted: true });
    });

    it('refuses to promise between two releases what the second lacks', () => {
      expect(
        judgeVersion({
          published: published(['1.0.0', 'a'], ['1.5.0', 'a']),
          version: '1.1.0',
          contract: contractOf('ab'),
        }),
      ).toMatchObject({
        accepted: false,
        base: '1.0.0',
        requiredBump: 'minor',
        successor: { version: '1.5.0' },
        smallestVersion: '1.6.0',
      });
    });

    it('blames no fix for what the next release broke before it', () => {
      expect(
        judgeVersion({
          published: published(['1.0.0', 'ab'], ['1.1.0', 'a']),
          version: '1.0.1',
          contract: contractOf('ab', 'Mind the gap'),
        }),
      ).toMatchObject({ accepted: true, base: '1.0.0', requiredBump: 'patch' });
    });
  });

  it('follows severities and accepted changes', () => {
    const candidate = {
      published: published(['1.0.0', 'ab']),
      version: '1.0.1',
      contract: contractOf('a'),
    };
    expect(judgeVersion(candidate).accepted).toBe(false);
    expect(
      judgeVersion({
        ...candidate,
        severities: { 'tool-removed': 'cosmetic' },
      }).accepted,
    ).toBe(true);

    const levelOf = (level: number) =>
      createSnapshot({ capabilities: { experimental: { level } } }).contract;
    const undecided = {
      published: [{ version: '1.0.0', contract: levelOf(1) }],
      version: '1.0.1',
      contract: levelOf(2),
    };
    const { accepted, diff } = judgeVersion(undecided);
    expect(accepted).toBe(false);
    expect(
      judgeVersion({
        ...undecided,
        accepted: diff!.changes.map(({ id }) => id),
      }).accepted,
    ).toBe(true);
  });
});

describe('proposeVersion', () => {
  it.each([
    ['ab', '2.0.1', 'none'],
    ['abc', '2.1.0', 'minor'],
    ['a', '3.0.0', 'major'],
  ])('for the tools %s is %s', (tools, smallestVersion, requiredBump) => {
    expect(
      proposeVersion({
        published: published(['2.0.0', 'ab'], ['1.0.0', 'a']),
        contract: contractOf(tools),
      }),
    ).toMatchObject({
      accepted: true,
      base: '2.0.0',
      requiredBump,
      smallestVersion,
    });
  });

  it('starts at 1.0.0, or above what was deleted', () => {
    const contract = contractOf('a');
    expect(proposeVersion({ published: [], contract }).smallestVersion).toBe(
      '1.0.0',
    );
    expect(
      proposeVersion({ published: [], taken: ['1.0.0'], contract })
        .smallestVersion,
    ).toBe('1.0.1');
  });
});
