import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';
import { gt, prerelease, Range, satisfies } from 'semver';

/** What decides which version an agent takes. */
export type Candidate = Pick<ServerVersion, 'version' | 'status'>;

/**
 * The range that an agent declares; undefined when it declares none, or none
 * that can be understood: then it follows whatever is newest.
 */
export function readRange(text: string | undefined): Range | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return new Range(text);
  } catch {
    return undefined;
  }
}

/**
 * The version that an agent takes: the newest in its range, deprecated or not,
 * else, without a range, the newest that is not on its way out.
 *
 * @param versions - newest first
 */
export function resolveVersion<T extends Candidate>(
  versions: T[],
  range: Range | undefined,
): T | undefined {
  const kept = versions.filter(({ status }) => status !== 'deleted');
  if (range) {
    return kept.find(({ version }) => satisfies(version, range));
  }
  const active = kept.filter(({ status }) => status === 'active');
  return (
    active.find(({ version }) => !prerelease(version)) ?? active[0] ?? kept[0]
  );
}

/**
 * Whether an agent would come to call a version that is not published yet.
 */
export function takesNew(
  version: string,
  range: Range | undefined,
  published: Candidate[],
): boolean {
  if (range) {
    return satisfies(version, range);
  }
  const followed = resolveVersion(published, undefined);
  return (
    !followed ||
    (gt(version, followed.version) &&
      (!prerelease(version) || prerelease(followed.version) !== null))
  );
}
