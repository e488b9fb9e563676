import semver, { type SemVer } from 'semver';

import { VersionError } from './VersionError';

// MCP Registry, server.json: a version is at most 255 characters long.
const MAX_CHARS = 255;
const MAX_SHOWN_CHARS = 80;

/**
 * Refuses what is no version to publish: one of Semantic Versioning 2.0,
 * without build metadata, which has no order.
 *
 * @throws `VersionError`, which says what to write instead
 * @public
 */
export function checkVersion(version: string): void {
  parseVersion(version);
}

/** Reads a version that `checkVersion` would let pass. */
export function parseVersion(version: string): SemVer {
  const parsed = version.length > MAX_CHARS ? null : semver.parse(version);
  if (parsed?.version === version) {
    return parsed;
  }
  const shown =
    version.length > MAX_SHOWN_CHARS
      ? `${version.slice(0, MAX_SHOWN_CHARS)}…`
      : version;
  throw new VersionError({ version: shown, ...faultOf(version, parsed) });
}

function faultOf(version: string, parsed: SemVer | null) {
  if (parsed && parsed.build.length > 0) {
    return {
      problem: 'it has build metadata, by which versions can not be told apart',
      advice: `Leave out what follows the plus sign: ${parsed.version}`,
    };
  }
  if (parsed) {
    return {
      problem: 'it is more than a version number',
      advice: `Write ${parsed.version}`,
    };
  }
  if (version === 'latest') {
    return {
      problem: 'it names whatever is newest',
      advice: 'Give the number, such as 1.4.2',
    };
  }
  if (version.length <= MAX_CHARS && semver.validRange(version) !== null) {
    return {
      problem: 'it is a range of versions',
      advice: 'Give one version with all three numbers, such as 1.4.2',
    };
  }
  return {
    problem: 'it is no version of Semantic Versioning 2.0',
    advice: 'Write MAJOR.MINOR.PATCH, such as 1.4.2 or 2.0.0-rc.1',
  };
}
