import { DISAGREEMENTS, isAbout } from './disagreements';
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
  return [header, header.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
