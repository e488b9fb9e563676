import type { Trust } from '../entities';
import type { HealthLevel } from '../introspection';
import type { ServerSummary } from './server';

/**
 * What a list of servers can be sorted by. Without a wish, a search is sorted
 * by relevance and the whole list by name.
 * @public
 */
export const SERVER_SORT_FIELDS = [
  'relevance',
  'name',
  'owner',
  'lifecycle',
  'health',
  'trust',
  'tools',
  'dependents',
  'lastGoodAt',
] as const;

/**
 * One of {@link SERVER_SORT_FIELDS}.
 * @public
 */
export type ServerSortField = (typeof SERVER_SORT_FIELDS)[number];

/**
 * Which servers are wanted. Values of one filter are alternatives; filters
 * narrow each other.
 * @public
 */
export interface ServerFilter {
  /** Words; each must occur, as the beginning of a word, in name, purpose, owner or tools. */
  search?: string;
  owner?: string[];
  lifecycle?: string[];
  health?: HealthLevel[];
  trust?: Trust[];
  /** Only servers whose owner the catalog does not know, or only the others. */
  ownerExists?: boolean;
}

/**
 * Which servers are wanted, in which order, and which part of them.
 * @public
 */
export interface ServerQuery extends ServerFilter {
  sort?: ServerSortField;
  order?: 'asc' | 'desc';
  /** 1 to 100, default 25. */
  limit?: number;
  offset?: number;
}

/**
 * One page of a list.
 * @public
 */
export interface Page<T> {
  items: T[];
  /** How many there are in all, of those that the caller may see. */
  totalItems: number;
}

/**
 * One page of the servers.
 * @public
 */
export type ServerPage = Page<ServerSummary>;

/**
 * One value of a facet, with how many servers have it.
 * @public
 */
export interface FacetValue {
  value: string;
  /** A name for people, where the value is a reference. */
  label?: string;
  count: number;
}

/**
 * How the servers of a filter are spread. Each facet ignores its own filter, so
 * that the alternatives stay visible.
 * @public
 */
export interface ServerFacets {
  owner: FacetValue[];
  lifecycle: FacetValue[];
  health: FacetValue[];
  trust: FacetValue[];
  /** How many have an owner that the catalog does not know. */
  withoutOwner: number;
}
