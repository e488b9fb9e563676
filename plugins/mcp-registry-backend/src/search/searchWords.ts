/** Longest text that is made searchable, in characters, for each field. */
const MAX_TEXT_LENGTH = 50_000;
/** Nobody looks for more of a word. */
const MAX_WORD_LENGTH = 60;
/** More terms than this only cost time. */
const MAX_TERMS = 12;

/**
 * Cuts a text into lower-case words for search, so that both databases index,
 * and a caller's query matches, the same: at anything but letters and digits,
 * and where a name changes case (`createInvoice` is `create`, `invoice`).
 * Accents don't count.
 */
export function searchWords(text: string | undefined): string[] {
  if (!text) {
    return [];
  }
  return text
    .slice(0, MAX_TEXT_LENGTH)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(word => word.slice(0, MAX_WORD_LENGTH));
}

/**
 * The words of a name, and the name written as one word: who looks for
 * `getsum` finds `get-sum`.
 */
export function nameWords(name: string | undefined): string[] {
  const words = searchWords(name);
  return words.length > 1 ? [...words, words.join('')] : words;
}

/**
 * The terms of a search: each has to begin a word of what is found. Empty when
 * the search has nothing to look for.
 */
export function searchTerms(search: string | undefined): string[] {
  return [...new Set(searchWords(search?.slice(0, 500)))].slice(0, MAX_TERMS);
}

/**
 * Words in the form in which `LIKE` finds them, whole or by their beginning: each
 * once, each between spaces.
 */
export function likeDocument(words: string[]): string {
  return words.length ? ` ${[...new Set(words)].join(' ')} ` : '';
}

/** The words of a {@link likeDocument}. */
export function documentWords(document: string): string[] {
  return document.split(' ').filter(Boolean);
}

/**
 * The pattern that finds words that begin with a term in a {@link likeDocument}.
 * Terms hold letters and digits only, so nothing needs to be escaped.
 */
export function prefixPattern(term: string): string {
  return `% ${term}%`;
}

/** The pattern that finds a term as a whole word in a {@link likeDocument}. */
export function wordPattern(term: string): string {
  return `% ${term} %`;
}
