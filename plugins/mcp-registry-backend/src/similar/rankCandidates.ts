import type { SimilarityLevel } from '@mcp-portal/plugin-mcp-registry-common';

import { nameWords, searchWords } from '../search/searchWords';
import { isFormOf, type PurposeTerm, stemOf } from './purposeTerms';
import type { Candidate, CandidateTool, Corpus } from './SimilarityStore';
import { weighTerms } from './weighTerms';

const MAX_TOOLS = 3;

/** What a term is worth where it stands. */
const IN_NAME = 1;
const IN_TOOL_WORDS = 0.8;

/**
 * Who writes more than this many terms explains himself: a server need not cover
 * all of them to do what is wanted.
 */
const FULL_TERMS = 6;

/** From here on, a server is worth a look. */
const CLOSE = 0.3;
/** Of the score of the closest; others are not worth a look beside it. */
const CLOSE_SHARE = 0.35;
/** From here on, another one like it needs a reason. */
const VERY_CLOSE = 0.6;
/** A single word that is the same is no reason to ask for one. */
const VERY_CLOSE_TERMS = 2;
/** A tool that covers less than this is not what brings its server close. */
const TOOL_SHARE = 0.2;

/** A candidate that comes close. */
export interface RankedCandidate {
  candidate: Candidate;
  score: number;
  level: SimilarityLevel;
  tools: { name: string; score: number }[];
  because: string[];
}

/**
 * Puts the candidates that come close to a purpose in order, the closest first.
 *
 * The score is the share of the purpose, by the weight of its terms, that a
 * server covers with its name, title and purpose and with its best three tools;
 * not with all its tools, or the largest server would come close to everything.
 */
export function rankCandidates(
  terms: PurposeTerm[],
  corpus: Corpus,
): RankedCandidate[] {
  const weights = weighTerms(terms, corpus);
  const whole =
    sum(weights) * Math.sqrt(Math.min(1, FULL_TERMS / terms.length));
  const match = createMatcher(terms);
  const ranked = corpus.candidates
    .flatMap(candidate => rank(candidate, { terms, weights, whole, match }))
    .sort(
      (a, b) =>
        b.score - a.score || (a.candidate.ref < b.candidate.ref ? -1 : 1),
    );
  return ranked.filter(({ score }) => score >= CLOSE_SHARE * ranked[0].score);
}

interface Ranking {
  terms: PurposeTerm[];
  weights: number[];
  whole: number;
  match: Matcher;
}

function rank(candidate: Candidate, ranking: Ranking): RankedCandidate[] {
  const { terms, weights, whole, match } = ranking;
  const share = (worths: number[]) =>
    Math.min(
      1,
      sum(worths.map((worth, term) => worth * weights[term])) / whole,
    );

  const head = match(headWords(candidate), IN_NAME);
  const tools = candidate.tools
    .map(tool => ({ name: tool.name, worths: matchTool(tool, match) }))
    .map(tool => ({ ...tool, score: share(tool.worths) }))
    .filter(({ score }) => score >= TOOL_SHARE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_TOOLS);
  const worths = terms.map((_, term) =>
    Math.max(head[term], ...tools.map(tool => tool.worths[term])),
  );
  const score = share(worths);
  const covered = terms
    .map((term, index) => ({
      ...term,
      worth: worths[index],
      weight: weights[index],
    }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.weight - a.weight);
  const isVeryClose =
    score >= VERY_CLOSE &&
    covered.length >= VERY_CLOSE_TERMS &&
    covered.some(({ weak }) => !weak);
  return score < CLOSE
    ? []
    : [
        {
          candidate,
          score: round(score),
          level: isVeryClose ? 'very-close' : 'close',
          tools: tools.map(({ name, score: toolScore }) => ({
            name,
            score: round(toolScore),
          })),
          because: covered.map(({ word }) => word),
        },
      ];
}

function headWords({ name, title, purpose }: Candidate): string[] {
  return [...nameWords(name), ...searchWords(title), ...searchWords(purpose)];
}

function matchTool(tool: CandidateTool, match: Matcher): number[] {
  const byName = match(nameWords(tool.name), IN_NAME);
  return match(tool.words, IN_TOOL_WORDS).map((worth, term) =>
    Math.max(worth, byName[term]),
  );
}

/** What each term is worth among words: nothing where it is not among them. */
type Matcher = (words: string[], worth: number) => number[];

function createMatcher(terms: PurposeTerm[]): Matcher {
  // Servers say the same words over and over.
  const termsOfWords = new Map<string, number[]>();
  const termsOf = (word: string) => {
    let found = termsOfWords.get(word);
    if (!found) {
      const stem = stemOf(word);
      found = terms.flatMap((term, index) =>
        isFormOf(term, word, stem) ? [index] : [],
      );
      termsOfWords.set(word, found);
    }
    return found;
  };
  return (words, worth) => {
    const worths = terms.map(() => 0);
    words.forEach(word =>
      termsOf(word).forEach(term => (worths[term] = worth)),
    );
    return worths;
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
