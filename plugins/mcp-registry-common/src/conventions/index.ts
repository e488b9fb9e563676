import type { ConventionReport } from '@mcp-portal/mcp-contract';

import type { Owner } from '../servers';

/**
 * The score of a server on one day (UTC), the last of that day.
 * @public
 */
export interface ScoreDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** 0 to 100. */
  score: number;
}

/**
 * How far a server keeps the organisation's conventions.
 * @public
 */
export interface ServerConventions {
  report: ConventionReport;
  /** ISO instant, UTC. */
  checkedAt: string;
  /** Of the last 90 days, those with a check, oldest first. */
  trend: ScoreDay[];
}

/**
 * A server in the list of scores.
 * @public
 */
export interface ServerScore {
  ref: string;
  name: string;
  title?: string;
  owner: Owner;
  /** Absent until it was checked. */
  score?: number;
  /** The score 30 days ago, or the oldest known since. */
  before?: number;
  errors: number;
  warnings: number;
  toolListTokens?: number;
  checkedAt?: string;
  sample: boolean;
}

/**
 * What the list of scores can be sorted by; the lowest score first, without a
 * wish.
 * @public
 */
export const SCORE_SORT_FIELDS = [
  'score',
  'name',
  'errors',
  'toolListTokens',
] as const;

/**
 * Which scores are wanted.
 * @public
 */
export interface ScoreQuery {
  search?: string;
  owner?: string[];
  /** Only servers that break this convention. */
  convention?: string;
  sort?: (typeof SCORE_SORT_FIELDS)[number];
  order?: 'asc' | 'desc';
  /** 1 to 100, default 25. */
  limit?: number;
  offset?: number;
}

/**
 * A page of scores, with what holds for all servers of the filter.
 * @public
 */
export interface ScorePage {
  totalItems: number;
  items: ServerScore[];
  /** How many of `totalItems` have a score. */
  checked: number;
  /** Mean of the scores that are known; absent without any. */
  mean?: number;
  /** How many servers break each convention, the most first. */
  broken: { convention: string; title: string; servers: number }[];
  /** Mean score by day, oldest first, at most 90 days. */
  trend: ScoreDay[];
}
