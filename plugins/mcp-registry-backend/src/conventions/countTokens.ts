import {
  countTokens as countPiece,
  setMergeCacheSize,
} from 'gpt-tokenizer/encoding/o200k_base';

/** Of a text that is longer, the rest is estimated from these characters. */
const MAX_COUNTED_CHARS = 200_000;
/**
 * The time for one piece can grow with the square of its length: a hostile
 * text has no spaces to part it by.
 */
const MAX_PIECE_CHARS = 1_000;
/** How far back in a piece to look for a place where tokens part anyway. */
const CUT_WITHIN_CHARS = 300;
/** The cache keeps whole pieces: a hostile text would fill it with large ones. */
const MAX_CACHED_MERGES = 10_000;

/** What looks like a special token is only text here. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

setMergeCacheSize(MAX_CACHED_MERGES);

/**
 * Counts the tokens of a text, as `o200k_base` parts it: what current models of
 * OpenAI read. Others part it a little differently; to compare servers it does.
 *
 * Beyond 200,000 characters the count is extrapolated. Between pieces the
 * process can do other things.
 */
export async function countTokens(text: string): Promise<number> {
  const end = Math.min(text.length, MAX_COUNTED_CHARS);
  let tokens = 0;
  let start = 0;
  while (start < end) {
    const cut = findCut(text, start, end);
    tokens += countPiece(text.slice(start, cut), AS_TEXT);
    start = cut;
    await new Promise(resolve => setImmediate(resolve));
  }
  return end === 0 ? 0 : Math.round((tokens * text.length) / end);
}

/** Where to part a text: before a word, where tokens part in any case. */
function findCut(text: string, start: number, end: number): number {
  const limit = start + MAX_PIECE_CHARS;
  if (limit >= end) {
    return end;
  }
  for (let cut = limit; cut > limit - CUT_WITHIN_CHARS; cut--) {
    if (text[cut] === ' ' && /^ [a-z]/i.test(text.slice(cut, cut + 2))) {
      return cut;
    }
  }
  // Not within a character that takes two.
  return /[\uDC00-\uDFFF]/.test(text[limit]) ? limit - 1 : limit;
}
