import fc from 'fast-check';
import semver from 'semver';

import { createSnapshot } from '../snapshot';
import { judgeVersion, proposeVersion } from './judgeVersion';

// Few numbers and few contracts, so that they meet.
const numbers = fc.tuple(
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 2 }),
);
const release = numbers.map(parts => parts.join('.'));
const anyVersion = fc.oneof(
  { weight: 4, arbitrary: release },
  { weight: 1, arbitrary: release.map(version => `${version}-rc.1`) },
);
const CONTRACTS = ['', 'a', 'b', 'ab', 'abc'].flatMap(tools =>
  ['', 'x'].map(
    instructions =>
      createSnapshot({
        tools: [...tools].map(name => ({
          name,
          inputSchema: { type: 'object' },
        })),
        instructions,
      }).contract,
  ),
);
const contract = fc.constantFrom(...CONTRACTS);

const candidate = fc.record({
  // Not only histories that were judged: some were overruled, or imported.
  published: fc.uniqueArray(fc.record({ version: anyVersion, contract }), {
    selector: ({ version }) => version,
    maxLength: 6,
  }),
  taken: fc.uniqueArray(anyVersion, { maxLength: 6 }),
  version: anyVersion,
  contract,
});

/** All releases up to 4.4.4, lowest first. */
const RELEASES = Array.from({ length: 125 }, (_, index) =>
  [Math.floor(index / 25), Math.floor(index / 5) % 5, index % 5].join('.'),
);

describe('judgeVersion, for any history,', () => {
  it('proposes a version that it accepts, and the smallest such', () => {
    fc.assert(
      fc.property(candidate, given => {
        const { smallestVersion, base, accepted } = judgeVersion(given);
        const isAccepted = (version: string) =>
          judgeVersion({ ...given, version }).accepted;
        expect(isAccepted(smallestVersion)).toBe(true);
        const smaller = RELEASES.filter(
          version =>
            semver.lt(version, smallestVersion) &&
            (base
              ? semver.gt(version, base)
              : semver.gte(version, given.version)),
        );
        expect(smaller.filter(isAccepted)).toEqual([]);
        const isNeedless =
          accepted &&
          !semver.prerelease(given.version) &&
          semver.gt(smallestVersion, given.version);
        expect(isNeedless).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('says the same in whatever order the history is given', () => {
    fc.assert(
      fc.property(candidate, given => {
        const reversed = [...given.published].reverse();
        expect(judgeVersion({ ...given, published: reversed })).toEqual(
          judgeVersion(given),
        );
      }),
    );
  });

  it('accepts the contract of the base again, under any free number', () => {
    fc.assert(
      fc.property(candidate, given => {
        const { base } = judgeVersion(given);
        const same = given.published.find(({ version }) => version === base);
        fc.pre(same !== undefined);
        const again = { ...given, contract: same!.contract };
        const { accepted, taken } = judgeVersion(again);
        expect(accepted).toBe(!taken);
      }),
    );
  });

  it('proposes what is above all that is published', () => {
    fc.assert(
      fc.property(candidate, ({ version: _, ...given }) => {
        const { accepted, smallestVersion } = proposeVersion(given);
        expect(accepted).toBe(true);
        expect(
          given.published
            .map(({ version }) => version)
            .filter(version => !semver.prerelease(version))
            .filter(version => semver.lte(smallestVersion, version)),
        ).toEqual([]);
      }),
    );
  });
});
