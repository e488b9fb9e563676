import { stemmer } from '@orama/stemmers/english';

import { searchWords } from '../search/searchWords';
import { STOP_WORDS, WEAK_WORDS } from './stopWords';

/** More terms than this only cost time; a purpose says what it is for early. */
const MAX_TERMS = 24;
const MIN_PARTIAL_LENGTH = 3;
/** Longer ones are found by how they begin, shorter ones by their forms. */
const MIN_PREFIX_LENGTH = 5;

/** Something that a purpose is about. */
export interface PurposeTerm {
  /** As it was typed, in lower case. */
  word: string;
  /** What all forms of the word have in common (`invoices`, `invoicing`). */
  stem: string;
  /** The last word may still be being typed: any word that begins so counts. */
  partial: boolean;
  /** Whether it is about the same in most purposes. */
  weak: boolean;
}

/** What may have other forms, as the stemmer knows them. */
const ENGLISH = /^[a-z]+$/;

const WEAK_STEMS = new Set([...WEAK_WORDS].map(stemOf));

/**
 * What a text is about: its words without those that say nothing, in the order
 * of the text, each once whatever its form.
 */
export function purposeTerms(text: string): PurposeTerm[] {
  const words = searchWords(text);
  const endsInWord = /[\p{L}\p{N}]$/u.test(text);
  const terms = new Map<string, PurposeTerm>();
  words.forEach((word, index) => {
    const partial =
      endsInWord &&
      index === words.length - 1 &&
      word.length >= MIN_PARTIAL_LENGTH;
    const stem = stemOf(word);
    if (saysSomething(word) && !terms.has(stem)) {
      terms.set(stem, { word, stem, partial, weak: WEAK_STEMS.has(stem) });
    }
  });
  return [...terms.values()].slice(0, MAX_TERMS);
}

/** What all forms of a word have in common; of a word that has none, itself. */
export function stemOf(word: string): string {
  return ENGLISH.test(word) ? stemmer(word) : word;
}

/** Whether a word is a form of a term, or may become one while it is typed. */
export function isFormOf(term: PurposeTerm, word: string, stem: string) {
  return term.stem === stem || (term.partial && word.startsWith(term.word));
}

/**
 * Where the index is to look for a term: words that begin in a way, and words
 * that are just so. It may find more than the forms of the term, never less than
 * the usual ones.
 */
export function lookUpsOf(term: PurposeTerm): {
  prefixes: string[];
  words: string[];
} {
  const { word, stem, partial } = term;
  // The stem of `queries` is `queri`, that of `filing` is `file`.
  const root = stem.replace(/[ie]$/, '');
  if (root.length >= MIN_PREFIX_LENGTH) {
    return {
      prefixes: partial && !word.startsWith(root) ? [root, word] : [root],
      words: [],
    };
  }
  return {
    prefixes: partial ? [word] : [],
    words: ENGLISH.test(word)
      ? [...new Set([word, stem, ...formsOf(root)])]
      : [word],
  };
}

const ENDINGS = ['', 's', 'es', 'e', 'ed', 'er', 'ers', 'ing', 'ings'];
const ENDINGS_WITH_Y = ['y', 'ies', 'ied', 'ying'];

function formsOf(root: string): string[] {
  // `plan` is `planned` and `planning`.
  const doubled = root + root.slice(-1);
  return [
    ...[...ENDINGS, ...ENDINGS_WITH_Y].map(ending => root + ending),
    ...['ed', 'ing', 'er', 'ers'].map(ending => doubled + ending),
  ];
}

function saysSomething(word: string): boolean {
  return word.length > 1 && !STOP_WORDS.has(word) && !/^\d+$/.test(word);
}
