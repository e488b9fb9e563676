import type { Element } from './elements';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';
import type { StateSpace } from './StateSpace';
import { View } from './View';

/** Most states are never looked at closely. */
export class LazyState implements State {
  readonly origins: readonly SchemaNode[];
  readonly nodes: readonly SchemaNode[];
  readonly elements: readonly Element[];
  readonly whole: boolean;
  readonly cases: number;
  private cached: View | undefined;

  constructor(
    readonly id: number,
    readonly meaning: number,
    parts: Omit<State, 'id' | 'meaning' | 'view'>,
    private readonly space: StateSpace,
  ) {
    this.origins = parts.origins;
    this.nodes = parts.nodes;
    this.elements = parts.elements;
    this.whole = parts.whole;
    this.cases = parts.cases;
  }

  get view(): View {
    this.cached ??= new View(this, this.space);
    return this.cached;
  }
}
