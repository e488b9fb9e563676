import type { Core } from './elements';
import type { State } from './State';
import type { StateSpace } from './StateSpace';
import type { View } from './View';

/** What a state says of arrays. */
export class ArrayView {
  private readonly known = new Map<number, State>();
  private knownCores: readonly Core[] | undefined;
  private knownStart: number | undefined;

  constructor(
    private readonly view: View,
    private readonly space: StateSpace,
  ) {}

  /** Cores that say something of arrays besides how long they are. */
  get cores(): readonly Core[] {
    this.knownCores ??= this.view.cores.filter(
      ({ prefix, tail, unique, contains }) =>
        prefix || tail || unique || contains,
    );
    return this.knownCores;
  }

  /** From this position on, all items are alike. */
  get tailStart(): number {
    if (this.knownStart === undefined) {
      this.knownStart = 0;
      for (const { prefix, tail } of this.cores) {
        this.knownStart = Math.max(
          this.knownStart,
          prefix?.length ?? 0,
          tail?.from ?? 0,
        );
      }
    }
    return this.knownStart;
  }

  get isUnique(): boolean {
    return this.cores.some(({ unique }) => unique);
  }

  /** What certainly holds for the item at that position. */
  item(index: number): State {
    const position = Math.min(index, this.tailStart);
    let state = this.known.get(position);
    if (!state) {
      state = this.space.stateOf(
        this.cores.flatMap(({ prefix, tail }) => [
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
