import type { Measures } from '@mcp-portal/plugin-mcp-cost-common';
import { partOf, shownShare } from '../money';
import { nothingPriced } from './measures';
import { ShareBar } from './ShareBar';

/** What part of all cost this is; of what has no price nobody knows. */
export const CostShare = (props: { measures: Measures; total?: Measures }) => {
  const { measures, total } = props;
  if (nothingPriced(measures)) {
    return <>–</>;
  }
  const share = partOf(measures.costNanos, total?.costNanos ?? '0');
  return (
    <>
      {shownShare(share)}
      <ShareBar share={share} />
    </>
  );
};
