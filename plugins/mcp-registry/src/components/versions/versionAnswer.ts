import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';

/** Whether it is safe to move to a version, in a sentence. */
export function safetyWords(version: ServerVersion): string {
  const { base, verdict } = version;
  if (!base) {
    return 'It is the first version, so there is nothing to compare it with.';
  }
  switch (verdict) {
    case 'breaking':
      return `It breaks some of what worked in ${base}: read its changes before you move.`;
    case 'additive':
      return `It is safe to move from ${base}: it only adds.`;
    case 'behavioural':
      return `All that ${base} accepted is still accepted, but models may act differently.`;
    case 'cosmetic':
      return `It is safe to move from ${base}: only its looks changed.`;
    default:
      return `It offers the same as ${base}.`;
  }
}

/** Which version is the newest, and what it changed. */
export function newestWords(versions: ServerVersion[]): string {
  const latest = versions.find(version => version.latest);
  if (!latest) {
    return versions.length > 0
      ? `No release is active; ${versions[0].version} was published last.`
      : 'Nothing is published yet.';
  }
  if (!latest.base) {
    return `${latest.version} is the newest, and the first.`;
  }
  return latest.verdict === 'none'
    ? `${latest.version} is the newest; it changed nothing.`
    : `${latest.version} is the newest; the last change was ${latest.verdict}.`;
}
