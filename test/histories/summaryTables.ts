import {
  isAnnounced,
  type Comparison,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/compareHistory';
import { hasContract } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import type { ComparedHistory } from './historyTables';
import { table } from './markdown';

type Test = (comparison: Comparison) => boolean;

const VERDICTS = [
  'breaking',
  'additive',
  'behavioural',
  'cosmetic',
  'none',
] as const;

const breaks: Test = ({ diff }) => diff.verdict === 'breaking';

/** Breaking, and certainly so: without what could not be decided. */
const breaksForSure: Test = ({ diff }) =>
  diff.changes.some(change => change.class === 'breaking' && !change.undecided);

/** How many of each verdict, by package. */
export function verdictsTable(compared: ComparedHistory[]): string {
  const counts = (parts: ComparedHistory[]) => {
    const versions = parts.flatMap(({ history }) => history.versions);
    const comparisons = parts.flatMap(part => part.comparisons);
    return [
      versions.length,
      versions.filter(version => !hasContract(version)).length,
      comparisons.length,
      ...VERDICTS.map(
        verdict =>
          comparisons.filter(({ diff }) => diff.verdict === verdict).length,
      ),
      comparisons.filter(one => breaks(one) && !breaksForSure(one)).length,
    ].map(String);
  };
  return table(
    [
      'package',
      'versions',
      'without an answer',
      'compared',
      ...VERDICTS,
      'breaking only because undecided',
    ],
    [
      ...compared.map(part => [`\`${part.history.name}\``, ...counts([part])]),
      ['all', ...counts(compared)],
    ],
  );
}

/** Under which numbers breaking releases came, by package. */
export function bumpsTable(compared: ComparedHistory[]): string {
  const row = (name: string, parts: ComparedHistory[]) => {
    const { broke, byDate, announced, inMinor, inPatch } = countBreaks(parts);
    return [name, ...[broke, byDate, announced, inMinor, inPatch].map(String)];
  };
  return table(
    [
      'package',
      'breaking',
      'numbered by date',
      'announced by the number',
      'in a minor',
      'in a patch',
    ],
    [
      ...compared.map(part => row(`\`${part.history.name}\``, [part])),
      row('all', compared),
    ],
  );
}

/** The same of all packages together, in words. */
export function bumpsSentence(compared: ComparedHistory[]): string {
  const { broke, byDate, announced, inMinor, inPatch } = countBreaks(compared);
  return `Of ${broke} releases that broke something, ${byDate} have a date for a number, which announces nothing. Of the other ${
    broke - byDate
  }, ${announced} said so with their number, and ${
    inMinor + inPatch
  } did not: ${inMinor} came as a minor version, ${inPatch} as a patch.`;
}

function countBreaks(parts: ComparedHistory[]) {
  const broke = parts.flatMap(part => part.comparisons).filter(breaks);
  const numbered = broke.filter(({ byDate }) => !byDate);
  const silently = numbered.filter(one => !isAnnounced(one));
  const inMinor = silently.filter(({ madeBump }) => madeBump === 'minor');
  return {
    broke: broke.length,
    byDate: broke.length - numbered.length,
    announced: numbered.length - silently.length,
    inMinor: inMinor.length,
    inPatch: silently.length - inMinor.length,
  };
}
