import type { ServerSummary } from './server';

/**
 * How much of a purpose a server covers already: `very-close` when it would be
 * odd to make another one without a word, `close` when it is worth a look.
 * @public
 */
export const SIMILARITY_LEVELS = ['very-close', 'close'] as const;

/**
 * One of {@link SIMILARITY_LEVELS}.
 * @public
 */
export type SimilarityLevel = (typeof SIMILARITY_LEVELS)[number];

/**
 * What one wants of a server, in one's own words.
 * @public
 */
export interface SimilarQuery {
  /** 1 to 1,000 characters; may end within a word. */
  text: string;
  /** 1 to 10, default 5. */
  limit?: number;
}

/**
 * A tool of a server that comes close to a purpose.
 * @public
 */
export interface SimilarTool {
  name: string;
  title?: string;
  /** At most 300 characters of it, on one line. */
  description?: string;
  /** 0 to 1: how much of the purpose this tool covers by itself. */
  score: number;
}

/**
 * A server that comes close to a purpose, and by what.
 * @public
 */
export interface SimilarServer {
  server: ServerSummary;
  /** 0 to 1: how much of the purpose the server covers. */
  score: number;
  level: SimilarityLevel;
  /** The best first; at most three. */
  tools: SimilarTool[];
  /** The words of the purpose that the server has too, the rarest first. */
  because: string[];
}
