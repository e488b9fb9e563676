import type { Bump, Verdict } from '@mcp-portal/mcp-contract';
import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';
import { diff as semverDiff } from 'semver';

const BUMPS: Record<Bump, string> = {
  none: 'no new version',
  patch: 'a new patch version',
  minor: 'a new minor version',
  major: 'a new major version',
};

const CHANGES: Record<Verdict, string> = {
  breaking: 'Breaking changes',
  additive: 'Additive changes',
  behavioural: 'Behavioural changes',
  cosmetic: 'Cosmetic changes',
  none: 'No changes',
};

const BUMP_ORDER = ['none', 'patch', 'minor', 'major'];

/** Whether a version is as far above its base as its changes ask for. */
function movesFarEnough(
  base: string,
  version: string,
  required: Bump,
): boolean {
  const moved = semverDiff(base, version)?.replace(/^pre(?!release)/, '');
  return (
    BUMP_ORDER.indexOf(moved ?? 'none') >= BUMP_ORDER.indexOf(required) &&
    version !== base
  );
}

/** Why the gate accepts or refuses a version. */
export function gateWords(report: GateReport): string {
  const { accepted, version, base, diff, requiredBump, successor } = report;
  const used = `${version} is refused: the number was used before. The smallest version that would be accepted is ${report.smallestVersion}.`;
  if (!base || !diff) {
    return accepted
      ? `${version} is the first: there is nothing that it could break.`
      : used;
  }
  if (!accepted && !successor && movesFarEnough(base, version, requiredBump)) {
    return used;
  }
  const need = `${CHANGES[diff.verdict]} since ${base} need ${
    BUMPS[requiredBump]
  }`;
  if (accepted) {
    return diff.verdict === 'none'
      ? `${version} is fine: it offers the same as ${base}.`
      : `${version} is fine. ${need}.`;
  }
  const others = successor
    ? ` ${successor.version}, which is published already, would break those who use ${version}.`
    : '';
  return `${version} is refused. ${need}; the smallest version that would be accepted is ${report.smallestVersion}.${others}`;
}
