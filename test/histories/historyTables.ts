import { compareHistory } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/compareHistory';
import type { ArchivedHistory } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import { checkedTable } from './checkedTable';
import { historySection } from './historySection';
import { bumpsSentence, bumpsTable, verdictsTable } from './summaryTables';

/** A package, and each of its versions compared with the next. */
export interface ComparedHistory {
  history: ArchivedHistory;
  /** Versions that are not compared, and why. */
  leftOut: Record<string, string>;
  comparisons: ReturnType<typeof compareHistory>;
}

/** All tables of the document, as Markdown. */
export function historyTables(
  histories: { history: ArchivedHistory; leftOut: Record<string, string> }[],
): string {
  const compared = histories.map(
    ({ history, leftOut }): ComparedHistory => ({
      history,
      leftOut,
      comparisons: compareHistory(history),
    }),
  );
  return [
    '## Verdicts',
    verdictsTable(compared),
    '## Breaks, and the numbers that they were published under',
    bumpsSentence(compared),
    bumpsTable(compared),
    '## Checked by hand',
    checkedTable(),
    '## Each release that changed something',
    ...compared.map(historySection),
  ].join('\n\n');
}
