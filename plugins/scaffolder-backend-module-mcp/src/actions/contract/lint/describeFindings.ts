import type {
  ConventionFinding,
  ConventionReport,
} from '@mcp-portal/mcp-contract';

const MAX_LINES = 25;

/** For each place: which it is, what is wrong, and what to do. */
export function describeFindings(report: ConventionReport): string[] {
  const fixes = new Map(report.conventions.map(({ id, fix }) => [id, fix]));
  const lines = report.findings
    .slice(0, MAX_LINES)
    .map(
      finding =>
        `${placeOf(finding)}${finding.message} ${
          fixes.get(finding.convention) ?? ''
        }`,
    );
  const more = report.totalFindings - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function placeOf({ tool, prompt, resource, pointer }: ConventionFinding) {
  const place = [tool ?? prompt ?? resource, pointer].filter(Boolean).join(' ');
  return place ? `${place}: ` : '';
}
