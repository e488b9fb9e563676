import type { PurposeTerm } from './purposeTerms';

/** Of what a term would weigh by its rarity alone. */
const WEAK_SHARE = 0.4;

/**
 * What having a term says of a server: much when few have it, nearly nothing when
 * most have (the inverse document frequency of BM25). One that no server has is
 * as rare as one that a single server has: it may just be a name.
 */
export function weighTerms(
  terms: PurposeTerm[],
  corpus: { servers: number; frequencies: number[] },
): number[] {
  const { servers, frequencies } = corpus;
  return terms.map(({ weak }, index) => {
    const having = Math.min(Math.max(frequencies[index], 1), servers);
    const rarity = Math.log(1 + (servers - having + 0.5) / (having + 0.5));
    return weak ? rarity * WEAK_SHARE : rarity;
  });
}
