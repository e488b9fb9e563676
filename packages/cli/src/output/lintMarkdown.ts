import type { ConventionReport } from '@mcp-portal/mcp-contract';

import { findingPlace, summaryOf } from './lintText';
import { code, details, words } from './markdown';

/** GitHub refuses a comment of more than 65,536 characters. */
const MAX_LENGTH = 60_000;

const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' };

/** A report on conventions, as the comment of a pull request. */
export function lintMarkdown(report: ConventionReport): string {
  const broken = report.conventions.filter(one => one.outcome === 'broken');
  const skipped = report.conventions.filter(one => one.outcome === 'skipped');
  const table = [
    '| | Convention | Broken | How to fix |',
    '| --- | --- | --- | --- |',
    ...broken.map(
      one =>
        `| ${SIGNS[one.severity]} ${one.severity} | ${one.title}<br>${code(
          one.id,
        )} | ${one.broken} of ${one.checked} | ${one.fix} |`,
    ),
  ].join('\n');
  return `${[
    `### MCP conventions: ${report.score} of 100`,
    summaryOf(report),
    ...(broken.length > 0 ? [table, placesOf(report)] : []),
    ...(skipped.length > 0
      ? [
          `Skipped: ${skipped
            .map(one => `${code(one.id)} (${words(one.reason ?? '')})`)
            .join(', ')}`,
        ]
      : []),
  ].join('\n\n')}\n`;
}

function placesOf(report: ConventionReport): string {
  const lines: string[] = [];
  let left = MAX_LENGTH - 10_000;
  for (const finding of report.findings) {
    const place = findingPlace(finding);
    const line = `- ${SIGNS[finding.severity]} ${
      place ? `${code(place)}: ` : ''
    }${words(finding.message)}`;
    left -= line.length + 1;
    if (left < 0) {
      break;
    }
    lines.push(line);
  }
  const hidden = report.totalFindings - lines.length;
  return details(
    'Where',
    [...lines, ...(hidden > 0 ? [`- and ${hidden} more`] : [])].join('\n'),
  );
}
