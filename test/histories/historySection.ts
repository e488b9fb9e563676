import type { Change } from '@mcp-portal/mcp-contract';
import {
  isAnnounced,
  type Comparison,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/compareHistory';
import { hasContract } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import type { ComparedHistory } from './historyTables';
import { plainText, table } from './markdown';

const MAX_CHANGES = 4;
const MAX_MESSAGE_LENGTH = 160;

/** What became of one package, release by release. */
export function historySection({
  history,
  leftOut,
  comparisons,
}: ComparedHistory): string {
  const changed = comparisons.filter(({ diff }) => diff.changes.length > 0);
  const same = comparisons.filter(({ diff }) => diff.changes.length === 0);
  const helped = history.versions.filter(({ companions }) => companions);
  const without = [
    ...history.versions.flatMap(version =>
      hasContract(version) ? [] : [[version.version, version.failure]],
    ),
    ...Object.entries(leftOut),
  ];
  return [
    `### ${history.name}`,
    changed.length > 0 &&
      table(
        ['from', 'to', 'verdict', 'needs', 'made', 'what decides it'],
        changed.map(comparison => [
          comparison.from,
          comparison.to,
          comparison.diff.verdict,
          comparison.requiredBump,
          madeBump(comparison),
          decidingChanges(comparison.diff.changes),
        ]),
      ),
    same.length > 0 &&
      `No change: ${same.map(({ from, to }) => `${from} → ${to}`).join(', ')}.`,
    helped.length > 0 &&
      `With \`${helped[0].companions?.join(' ')}\` beside: ${helped
        .map(({ version }) => version)
        .join(', ')}.`,
    without.length > 0 &&
      `Not compared:\n\n${without
        .map(([version, why]) => `- ${version}: ${plainText(why)}`)
        .join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function madeBump(comparison: Comparison): string {
  if (comparison.byDate) {
    return 'a date';
  }
  return isAnnounced(comparison)
    ? comparison.madeBump
    : `**${comparison.madeBump}**`;
}

function decidingChanges(changes: Change[]): string {
  const worst = changes.filter(change => change.class === changes[0].class);
  const shown = worst.slice(0, MAX_CHANGES).map(sentence);
  const more = worst.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
}

function sentence({ message, rule, undecided }: Change): string {
  const short =
    message.length > MAX_MESSAGE_LENGTH
      ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…`
      : message;
  return `${plainText(short)} (\`${rule}\`${undecided ? ', undecided' : ''})`;
}
