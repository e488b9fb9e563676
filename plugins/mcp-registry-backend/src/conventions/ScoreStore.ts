import type {
  ScoreDay,
  ScoreQuery,
  ServerScore,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/** Which of several days count. */
export interface ScoreDays {
  today: Date;
  /** From when on the trend is wanted. */
  trendFrom: Date;
  /** With when a server's score is compared. */
  before: Date;
}

/** A page of scores, where conventions are ids only. */
export interface KeptScores {
  totalItems: number;
  items: ServerScore[];
  checked: number;
  mean?: number;
  /** The filter's own convention does not narrow these. */
  broken: { convention: string; servers: number }[];
  trend: ScoreDay[];
}

/**
 * Reads how far all servers keep the conventions.
 */
export interface ScoreStore {
  scores(scope: Scope, query: ScoreQuery, days: ScoreDays): Promise<KeptScores>;
}
