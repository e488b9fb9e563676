import type { ChangeClass, Verdict } from '@mcp-portal/mcp-contract';

/**
 * What may become of a version: it is `active` until it is `deprecated`, and
 * `deleted` when nobody may rely on it any more. It is never changed.
 * @public
 */
export const VERSION_STATUSES = ['active', 'deprecated', 'deleted'] as const;

/**
 * One of {@link VERSION_STATUSES}.
 * @public
 */
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/**
 * Who did something, when and why.
 * @public
 */
export interface Act {
  /** Entity ref of the person, or the name of the service, that did it. */
  by: string;
  /** ISO instant, UTC. */
  at: string;
  reason: string;
}

/**
 * That a version is on its way out.
 * @public
 */
export interface Deprecation extends Act {
  /** What to use instead: a version of this server, or another server's ref. */
  replacement?: string;
  /** ISO day (`YYYY-MM-DD`) after which it may be gone. */
  sunsetOn?: string;
}

/**
 * A published version, as an entry of the timeline.
 * @public
 */
export interface ServerVersion {
  /** Semantic version 2.0. */
  version: string;
  status: VersionStatus;
  /** SHA-256 of its snapshot. */
  snapshot: string;
  /** ISO instant, UTC. */
  publishedAt: string;
  /** Entity ref of the person, or the name of the service, that published it. */
  publishedBy: string;
  changelog?: string;
  /** The version that it was compared with; absent for the first. */
  base?: string;
  /** What it changed since `base`; `none` for the first. */
  verdict: Verdict;
  /** How many changes of each class. */
  counts: { [changeClass in ChangeClass]: number };
  /** Of the changes, sentences for people, the worst first; at most three. */
  highlights: string[];
  /** That the gate was overruled. */
  override?: Act;
  /** That undecided changes were accepted. */
  acceptance?: Act;
  deprecation?: Deprecation;
  deletion?: Act;
  /** The newest active release. */
  latest: boolean;
  /** What the live server offers is this version's contract. */
  live: boolean;
  tools: number;
  sample: boolean;
}
