import { DISAGREEMENTS, isAbout } from './disagreements';
import { REAL_DISAGREEMENTS } from './realDisagreements';
import type { SchemaPair } from './SchemaPair';

/** The explained disagreements, as Markdown, without padding. */
export function disagreementTable(pairs: readonly SchemaPair[]): string {
  const rows = DISAGREEMENTS.map(row => {
    const { subjects, moves, sides, places, redocly, why } = row;
    return [
      subjects.join(', '),
      moves?.join(', ') ?? 'any',
      sides?.join(', ') ?? 'both',
      places?.join(', ') ?? 'all',
      String(pairs.filter(pair => isAbout(row, pair)).length),
      redocly === 'safe' ? 'breaking' : 'safe',
      redocly,
      why,
    ];
  });
  const header = [
    'change',
    'direction',
    'side',
    'place',
    'pairs',
    'we say',
    'redocly says',
    'why',
  ];
  return table(header, rows);
}

/** The same for the tools of real servers. */
export function realDisagreementTable(): string {
  return table(
    ['server', 'version', 'tools', 'we say', 'redocly says', 'why'],
    REAL_DISAGREEMENTS.map(({ server, version, tools, redocly, why }) => [
      server,
      version,
      String(tools.length),
      redocly === 'safe' ? 'breaking' : 'safe',
      redocly,
      why,
    ]),
  );
}

function table(header: string[], rows: string[][]): string {
  return [header, header.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
