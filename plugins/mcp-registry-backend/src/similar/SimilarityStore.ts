import type { Scope } from '../access';
import type { PurposeTerm } from './purposeTerms';

/** A server that has words of a purpose, with all that it may be found by. */
export interface Candidate {
  ref: string;
  name: string;
  title?: string;
  purpose?: string;
  tools: CandidateTool[];
}

/** A tool of a {@link Candidate}. */
export interface CandidateTool {
  name: string;
  /** The words of its name, title, description and parameters. */
  words: string[];
  /** Where they were read with the words. */
  title?: string;
  description?: string;
}

/** What the index has for a purpose. */
export interface Corpus {
  /** How many servers there are in scope. */
  servers: number;
  /**
   * How many of them have each term, in the order of the terms; no more is
   * counted than says that a term is frequent.
   */
  frequencies: number[];
  /** Those that have the most and the rarest of the terms. */
  candidates: Candidate[];
}

/**
 * Finds what a purpose may be compared with.
 */
export interface SimilarityStore {
  corpusOf(scope: Scope, terms: PurposeTerm[]): Promise<Corpus>;
}
