import { isAnnounced, type Comparison } from './compareHistory';
import { hasContract } from './HistoryArchive';
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
  const counts = (parts: ComparedHistory[]) => {
    const broke = parts.flatMap(part => part.comparisons).filter(breaks);
    const numbered = broke.filter(({ byDate }) => !byDate);
    const silently = numbered.filter(one => !isAnnounced(one));
    return [
      broke.length,
      broke.length - numbered.length,
      numbered.length - silently.length,
      silently.filter(({ madeBump }) => madeBump === 'minor').length,
      silently.filter(({ madeBump }) => madeBump === 'patch').length,
    ].map(String);
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
      ...compared.map(part => [`\`${part.history.name}\``, ...counts([part])]),
      ['all', ...counts(compared)],
    ],
  );
}
