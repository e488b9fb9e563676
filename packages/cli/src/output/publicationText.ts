import type {
  BlastRadius,
  PublishReceipt,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Refusal } from '../portal/PortalClient';
import { counted } from './counted';
import { diffText } from './diffText';
import { plainText } from './plainText';
import type { Style } from './style';

const MAX_LINE = 400;

/** What publishing led to, for any format. */
export interface Publication {
  outcome: PublishReceipt['outcome'] | 'refused';
  server: string;
  version: string;
  report?: PublishReceipt['report'];
  /** The portal's sentence on a refusal. */
  message?: string;
}

export function publicationOf(
  result: PublishReceipt | Refusal,
  names: { server: string; version: string },
): Publication {
  return 'outcome' in result
    ? { outcome: result.outcome, ...names, report: result.report }
    : {
        outcome: 'refused',
        ...names,
        report: result.report,
        message: result.message,
      };
}

/** For example `1.1.0 of billing is refused`. */
export function outcomeLine({ outcome, server, version }: Publication): string {
  const what = `${version} of ${server}`;
  return {
    published: `${what} is published`,
    unchanged: `${what} is published already, with this very contract`,
    'would-publish': `${what} would be published`,
    'would-refuse': `${what} would be refused`,
    refused: `${what} is refused`,
  }[outcome];
}

/** What the gate asks for, in sentences. */
export function reasons({ report, outcome, message }: Publication): string[] {
  const isRefused = outcome === 'refused' || outcome === 'would-refuse';
  if (!report) {
    return message ? [message] : [];
  }
  const { base, successor, smallestVersion } = report;
  return [
    ...(base ? [`Compared with ${base}.`] : []),
    ...(isRefused && successor
      ? [
          `${successor.version}, which is published, would not be compatible with it.`,
        ]
      : []),
    ...(isRefused
      ? [`The smallest version that it can have is ${smallestVersion}.`]
      : []),
  ];
}

/** `It breaks 3 agents of 2 teams`; undefined when it breaks none. */
export function brokenLine(
  { total, teams }: BlastRadius,
  outcome: Publication['outcome'],
): string | undefined {
  return total === 0
    ? undefined
    : `It ${outcome === 'published' ? 'breaks' : 'would break'} ${counted(
        total,
        'agent',
      )} of ${counted(teams.length, 'team')}`;
}

/** What publishing led to, to be read on a terminal. */
export function publicationText(
  publication: Publication,
  style: Style,
): string {
  const { outcome, report } = publication;
  const isRefused = outcome === 'refused' || outcome === 'would-refuse';
  const line = plainText(outcomeLine(publication), MAX_LINE);
  const diff = report?.diff ?? report?.successor?.diff;
  return [
    style.strong((isRefused ? style.bad : style.good)(`${line}.`)),
    ...reasons(publication).map(one => plainText(one, MAX_LINE)),
    ...(report ? brokenLines(report.breaks, publication, style) : []),
    ...(diff && diff.verdict !== 'none'
      ? ['', diffText(diff, { style }).trimEnd()]
      : []),
    '',
  ].join('\n');
}

function brokenLines(
  breaks: BlastRadius,
  { outcome }: Publication,
  style: Style,
): string[] {
  const line = brokenLine(breaks, outcome);
  return line === undefined
    ? []
    : [
        `${line}:`,
        ...breaks.teams.flatMap(({ owner, dependents }) => [
          `  ${style.strong(
            plainText(owner.title ?? owner.ref, MAX_LINE),
          )} ${style.faint(
            plainText(owner.title ? owner.ref : '', MAX_LINE),
          )}`.trimEnd(),
          ...dependents.map(
            ({ ref, tools, versionRange }) =>
              `    - ${plainText(
                [
                  ref,
                  tools ? `uses ${tools.join(', ')}` : 'may use any tool',
                  versionRange ? `takes ${versionRange}` : 'takes the newest',
                ].join(', '),
                MAX_LINE,
              )}`,
          ),
        ]),
      ];
}
