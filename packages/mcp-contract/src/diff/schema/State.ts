import type { Element } from './elements';
import type { SchemaNode } from './SchemaDocument';
import type { View } from './View';

/** Schemas that hold of a value all at once. Two with equal parts are one. */
export interface State {
  readonly id: number;
  /** The same for states that are known to say the same. */
  readonly meaning: number;
  /** What was put together, before references and `allOf` were followed. */
  readonly origins: readonly SchemaNode[];
  /** All schemas at work, in the order in which they were met. */
  readonly nodes: readonly SchemaNode[];
  readonly elements: readonly Element[];
  /** The origins say it all: it is no case of a proof. */
  readonly whole: boolean;
  /** How many such cases there are. */
  readonly cases: number;
  /** What its elements say together. */
  readonly view: View;
}
