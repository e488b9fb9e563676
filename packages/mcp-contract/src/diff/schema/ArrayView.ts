import type { State } from './State';
import type { StateSpace } from './StateSpace';
import type { View } from './View';

/** What a state says of arrays. */
export class ArrayView {
  private readonly known = new Map<number, State>();

  constructor(
    private readonly view: View,
    private readonly space: StateSpace,
  ) {}

  /** From this position on, all items are alike. */
  get tailStart(): number {
    let start = 0;
    for (const { prefix, tail } of this.view.cores) {
      start = Math.max(start, prefix?.length ?? 0, tail?.from ?? 0);
    }
    return start;
  }

  get isUnique(): boolean {
    return this.view.cores.some(({ unique }) => unique);
  }

  /** What certainly holds for the item at that position. */
  item(index: number): State {
    const position = Math.min(index, this.tailStart);
    let state = this.known.get(position);
    if (!state) {
      state = this.space.stateOf(
        this.view.cores.flatMap(({ prefix, tail }) => [
          ...(prefix && position < prefix.length ? [prefix[position]] : []),
          ...(tail && position >= tail.from && !tail.depends
            ? [tail.schema]
            : []),
        ]),
      );
      this.known.set(position, state);
    }
    return state;
  }
}
