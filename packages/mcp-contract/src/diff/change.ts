import type { JsonValue } from '../canonical/JsonValue';

/**
 * What a change means to those who use the contract, the worst first.
 *
 * - `breaking`: what worked may fail.
 * - `additive`: more is possible, or more is certain; what worked still does.
 * - `behavioural`: everything is still accepted, but something may act
 *   differently: a description steers a model.
 * - `cosmetic`: only how it looks.
 *
 * @public
 */
export const CHANGE_CLASSES = [
  'breaking',
  'additive',
  'behavioural',
  'cosmetic',
] as const;

/**
 * One of {@link CHANGE_CLASSES}.
 * @public
 */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/**
 * Where in a contract a change is. At most one of `tool`, `prompt`, `resource`
 * and `resourceTemplate` is there; none for the contract itself.
 * @public
 */
export interface ChangePlace {
  /** Name of the tool. */
  tool?: string;
  /** Name of the prompt. */
  prompt?: string;
  /** URI of the resource. */
  resource?: string;
  /** URI template of the resource template. */
  resourceTemplate?: string;
  /** Which schema of the tool; absent when the change is in neither. */
  side?: 'input' | 'output';
  /**
   * JSON pointer (RFC 6901) into the schema of that side, else into the item,
   * else into the contract. It is a place after the change, unless that is
   * gone; then before.
   */
  pointer: string;
  /** The same place before the change, where there was one. */
  beforePointer?: string;
  /** The same place after the change, where there is one. */
  afterPointer?: string;
}

/**
 * One difference between two contracts.
 * @public
 */
export interface Change {
  /**
   * Names this very difference: the same for the same place, rule, before and
   * after, in any comparison.
   */
  id: string;
  where: ChangePlace;
  class: ChangeClass;
  /** Id of the rule that says so: see `CHANGE_RULES`. */
  rule: string;
  /**
   * True when it can't be decided whether it breaks anyone. Its class is
   * `breaking` until someone accepts it, or a severity says otherwise.
   */
  undecided?: true;
  before?: JsonValue;
  after?: JsonValue;
  /** A sentence for people, without markup. */
  message: string;
  /** Of a removed tool: the added one that it may have become. */
  renamedTo?: string;
}

/**
 * The worst class among the changes, `breaking` being the worst; `none`
 * without changes.
 * @public
 */
export type Verdict = ChangeClass | 'none';

/**
 * How far a version number must move at least.
 * @public
 */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/**
 * All differences between two contracts.
 * @public
 */
export interface ContractDiff {
  verdict: Verdict;
  /** From `1.0.0` on; in `0.y.z` a breaking change needs `minor` only. */
  requiredBump: Bump;
  /** Worst first, then by place. */
  changes: Change[];
}
