import type {
  Consumer,
  ServerVersion,
  VersionLine,
} from '@mcp-portal/plugin-mcp-registry-common';
import { compare, major, minor } from 'semver';

/**
 * The lines that versions form, the newest first, each with the agents that
 * take a version of it.
 *
 * @param versions - newest first
 */
export function toVersionLines(
  versions: ServerVersion[],
  consumers: Consumer[],
): VersionLine[] {
  const lines = new Map<string, ServerVersion[]>();
  for (const version of versions) {
    if (version.status !== 'deleted') {
      const name = lineOf(version.version);
      lines.set(name, [...(lines.get(name) ?? []), version]);
    }
  }
  const current = versions.find(({ latest }) => latest)?.version;
  return [...lines].map(([line, members]) => {
    // Of a line that has releases, a later prerelease is not its newest yet.
    const newest =
      members.find(({ version }) => !version.includes('-')) ?? members[0];
    return {
      line,
      newest: newest.version,
      status: newest.status,
      older: isOlder(line, newest.version, {
        current,
        newestLine: [...lines.keys()][0],
      }),
      sunsetOn: newest.deprecation?.sunsetOn,
      replacement: newest.deprecation?.replacement,
      consumers: consumers.filter(
        ({ version }) => version !== undefined && lineOf(version) === line,
      ),
    };
  });
}

/** Older than the line that agents should be on; before it comes a preview. */
function isOlder(
  line: string,
  newest: string,
  lines: { current: string | undefined; newestLine: string },
): boolean {
  return lines.current
    ? lineOf(lines.current) !== line && compare(newest, lines.current) < 0
    : line !== lines.newestLine;
}

/** `2.x`, or `0.3.x`: what promises to stay compatible in itself. */
function lineOf(version: string): string {
  return major(version) > 0 ? `${major(version)}.x` : `0.${minor(version)}.x`;
}
