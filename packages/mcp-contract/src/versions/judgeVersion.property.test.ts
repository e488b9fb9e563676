import fc from 'fast-check';
import semver from 'semver';

import { createSnapshot } from '../snapshot';
import { compareContracts, requiredBump } from '../diff';
import { bumpBetween, isEnough, isSameLine } from './bumps';
import type { PublishedContract } from './judgement';
import {
  judgeVersion,
  judgeVersionFetching,
  proposeVersion,
  proposeVersionFetching,
  type VersionCandidate,
} from './judgeVersion';
import { parseVersion } from './parseVersion';

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

const published = fc.uniqueArray(fc.record({ version: anyVersion, contract }), {
  selector: ({ version }) => version,
  maxLength: 6,
});

function candidateAfter(
  history: fc.Arbitrary<PublishedContract[]>,
): fc.Arbitrary<VersionCandidate & { version: string }> {
  return fc.record({
    published: history,
    taken: fc.uniqueArray(anyVersion, { maxLength: 6 }),
    version: anyVersion,
    contract,
  });
}

/** Also histories that no gate would let come about. */
const candidate = candidateAfter(published);

/** Whether the higher of two releases of one line keeps the lower's promises. */
function goTogether(one: PublishedContract, other: PublishedContract) {
  const [lower, higher] = [one, other].sort((a, b) =>
    semver.compare(a.version, b.version),
  );
  const from = parseVersion(lower.version);
  const to = parseVersion(higher.version);
  const { verdict } = compareContracts(lower.contract, higher.contract);
  return (
    !isSameLine(from, to) ||
    isEnough(bumpBetween(from, to), requiredBump(verdict, lower.version))
  );
}

/** Histories in which nobody overruled anything. */
const soundCandidate = candidateAfter(
  published.map(all =>
    all
      .filter(({ version }) => !semver.prerelease(version))
      .reduce<PublishedContract[]>(
        (kept, next) =>
          kept.every(other => goTogether(other, next)) ? [...kept, next] : kept,
        [],
      ),
  ),
);

/** All releases up to 4.4.4, lowest first. */
const RELEASES = Array.from({ length: 125 }, (_, index) =>
  [Math.floor(index / 25), Math.floor(index / 5) % 5, index % 5].join('.'),
);

describe('judgeVersion, for any history,', () => {
  it('proposes a version that it accepts', () => {
    fc.assert(
      fc.property(candidate, given => {
        const { smallestVersion, base } = judgeVersion(given);
        const proposed = judgeVersion({ ...given, version: smallestVersion });
        expect(proposed.accepted).toBe(true);
        expect(semver.gt(smallestVersion, base ?? '0.0.0-0')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('proposes the smallest that it accepts, if each line of the history is sound', () => {
    fc.assert(
      fc.property(soundCandidate, given => {
        const { smallestVersion, base } = judgeVersion(given);
        const smaller = RELEASES.filter(
          version =>
            semver.lt(version, smallestVersion) &&
            (base
              ? semver.gt(version, base)
              : semver.gte(version, given.version)),
        );
        expect(
          smaller.filter(
            version => judgeVersion({ ...given, version }).accepted,
          ),
        ).toEqual([]);
      }),
      { numRuns: 500 },
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

  it('accepts the contract of the base again, under any free number of its line', () => {
    fc.assert(
      fc.property(candidate, given => {
        const { base } = judgeVersion(given);
        const same = given.published.find(({ version }) => version === base);
        fc.pre(
          same !== undefined &&
            isSameLine(parseVersion(same.version), parseVersion(given.version)),
        );
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

  it('says the same when it has to fetch the contracts, each of them once', async () => {
    await fc.assert(
      fc.asyncProperty(candidate, async given => {
        const fetched: string[] = [];
        const fetching = {
          ...given,
          published: given.published.map(({ version }) => version),
          fetchContract: async (version: string) => {
            fetched.push(version);
            return given.published.find(item => item.version === version)!
              .contract;
          },
        };
        expect(await judgeVersionFetching(fetching)).toEqual(
          judgeVersion(given),
        );
        expect(new Set(fetched).size).toBe(fetched.length);
        expect(await proposeVersionFetching(fetching)).toEqual(
          proposeVersion(given),
        );
      }),
    );
  });
});
