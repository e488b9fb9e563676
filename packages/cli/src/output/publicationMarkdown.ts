import { diffMarkdown } from './diffMarkdown';
import { code, words } from './markdown';
import {
  brokenLine,
  outcomeLine,
  Publication,
  reasons,
} from './publicationText';

const MAX_AGENTS = 50;

/** What publishing led to, as the comment of a pull request. */
export function publicationMarkdown(publication: Publication): string {
  const { outcome, report } = publication;
  const isRefused = outcome === 'refused' || outcome === 'would-refuse';
  const diff = report?.diff ?? report?.successor?.diff;
  return `${[
    `### ${isRefused ? '❌' : '✅'} ${words(outcomeLine(publication))}`,
    reasons(publication)
      .map(one => words(one))
      .join(' '),
    ...brokenTable(publication),
    ...(diff && diff.verdict !== 'none' ? [diffMarkdown(diff).trimEnd()] : []),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function brokenTable({ report, outcome }: Publication): string[] {
  const line = report && brokenLine(report.breaks, outcome);
  if (!line) {
    return [];
  }
  const rows = report.breaks.teams.flatMap(({ owner, dependents }) =>
    dependents.map(
      ({ ref, tools, versionRange }) =>
        `| ${words(owner.title ?? owner.ref)} | ${code(ref)} | ${
          tools ? tools.map(tool => code(tool)).join(' ') : 'any'
        } | ${versionRange ? code(versionRange) : 'the newest'} |`,
    ),
  );
  const hidden = rows.length - MAX_AGENTS;
  return [
    `**${line}:**`,
    [
      '| Team | Agent | Tools that break | Takes |',
      '| --- | --- | --- | --- |',
      ...rows.slice(0, MAX_AGENTS),
    ].join('\n'),
    ...(hidden > 0 ? [`_And ${hidden} more._`] : []),
  ];
}
