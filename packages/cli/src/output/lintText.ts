import type {
  ConventionFinding,
  ConventionReport,
} from '@mcp-portal/mcp-contract';

import { counted } from './counted';
import { plainText } from './plainText';
import type { Style } from './style';

const MAX_LINE = 400;
/** More places than this of one convention fill the page. */
const MAX_PLACES = 10;

/** A report on conventions, to be read on a terminal. */
export function lintText(report: ConventionReport, style: Style): string {
  const broken = report.conventions.filter(one => one.outcome === 'broken');
  const skipped = report.conventions.filter(one => one.outcome === 'skipped');
  return `${[
    style.strong(summaryOf(report)),
    ...broken.flatMap(one => conventionLines(one, report.findings, style)),
    ...(skipped.length > 0 ? [''] : []),
    ...skipped.map(one =>
      style.faint(
        `skipped  ${one.id}: ${plainText(one.reason ?? '', MAX_LINE)}`,
      ),
    ),
  ].join('\n')}\n`;
}

/** `Score 71 of 100: 1 error, 3 warnings; 4,210 tokens to load the tools.` */
export function summaryOf(report: ConventionReport): string {
  const broken = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = report.conventions
      .filter(one => one.severity === severity && one.outcome === 'broken')
      .reduce((sum, one) => sum + one.broken, 0);
    return count === 0
      ? []
      : [severity === 'info' ? `${count} info` : counted(count, severity)];
  });
  return `Score ${report.score} of 100: ${
    broken.join(', ') || 'every convention is kept'
  }${
    report.toolListTokens === undefined
      ? ''
      : `; ${report.toolListTokens.toLocaleString(
          'en',
        )} tokens to load the tools`
  }.`;
}

/** Where a finding is: `tool search /inputSchema/properties/q`. */
export function findingPlace(finding: ConventionFinding): string {
  const { tool, prompt, resource, pointer } = finding;
  const item = [
    ['tool', tool],
    ['prompt', prompt],
    ['resource', resource],
  ].find(([, name]) => name !== undefined);
  return [...(item ?? []), pointer].filter(Boolean).join(' ');
}

function conventionLines(
  one: ConventionReport['conventions'][number],
  findings: readonly ConventionFinding[],
  style: Style,
): string[] {
  const own = findings.filter(finding => finding.convention === one.id);
  const colour = one.severity === 'error' ? style.bad : style.fair;
  const hidden = one.broken - Math.min(own.length, MAX_PLACES);
  return [
    '',
    `${colour(one.severity)}  ${style.strong(one.title)}  ${style.faint(
      `${one.id}, ${one.broken} of ${one.checked}`,
    )}`,
    ...own
      .slice(0, MAX_PLACES)
      .map(finding => `  - ${plainText(finding.message, MAX_LINE)}`),
    ...(hidden > 0 ? [`  - and ${hidden} more`] : []),
    style.faint(`    why: ${one.why}`),
    style.faint(`    fix: ${one.fix}`),
  ];
}
