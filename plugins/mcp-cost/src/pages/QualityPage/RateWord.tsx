import type { QualityRow } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';
import { shownShare } from '../../components/money';
import { errorRate } from '../../components/usage';

/** From here on somebody should look, and from there on at once. */
const ATTENTION_FROM = 0.05;
const PROBLEM_FROM = 0.2;

/** An error rate with its level, and what it was before. */
export const RateWord = ({ row }: { row: QualityRow }) => {
  const { measures, previous } = row;
  if (measures.calls === 0) {
    return <>–</>;
  }
  const before = previous && errorRate(previous);
  return (
    <LevelWord
      level={levelOf(row.errorRate)}
      reason={
        before === undefined
          ? 'There were no calls in the period before.'
          : `${shownShare(before)} in the period before.`
      }
    >
      {shownShare(row.errorRate)}
    </LevelWord>
  );
};

function levelOf(rate: number) {
  if (rate >= PROBLEM_FROM) {
    return 'problem';
  }
  return rate >= ATTENTION_FROM ? 'attention' : 'good';
}
