/** By what usage can be divided and filtered. @public */
export type Dimension =
  | 'team'
  | 'agent'
  | 'server'
  | 'tool'
  | 'model'
  | 'user'
  | 'environment'
  | 'kind';

/** All dimensions, in the order in which pages offer them. @public */
export const DIMENSIONS: readonly Dimension[] = [
  'team',
  'server',
  'agent',
  'tool',
  'model',
  'user',
  'environment',
  'kind',
];

/** Stands in a filter for events that have no value of a dimension. @public */
export const NO_VALUE = '(none)';

/**
 * What usage to look at. Days are UTC; `to` is the first day that is not
 * looked at. Of one dimension any value matches, of several all must.
 * @public
 */
export interface UsageFilter {
  /** `YYYY-MM-DD` */
  from: string;
  to: string;
  team?: string[];
  agent?: string[];
  server?: string[];
  tool?: string[];
  model?: string[];
  user?: string[];
  environment?: string[];
  kind?: string[];
}
