import type { ChangeClass } from './change';

/**
 * A kind of change, and what it means unless the platform team says otherwise.
 * @public
 */
export interface ChangeRule {
  /** For example `input-property-required`. Never reused for another meaning. */
  id: string;
  class: ChangeClass;
  /** For changes that can't be decided: they count as breaking. */
  undecided?: true;
  /** A few words, for a table. */
  title: string;
  /** Why it has this class. */
  why: string;
}
