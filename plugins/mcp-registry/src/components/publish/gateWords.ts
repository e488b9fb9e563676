import type { Bump, Verdict } from '@mcp-portal/mcp-contract';
import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';

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

/** Why the gate accepts or refuses a version. */
export function gateWords(report: GateReport): string {
  const { accepted, version, base, diff, requiredBump, successor } = report;
  if (!base || !diff) {
    return accepted
      ? `${version} is the first: there is nothing that it could break.`
      : `${version} is refused; ${report.smallestVersion} would be accepted.`;
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
