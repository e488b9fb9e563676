const NONE = -1;

/** Which spans of a request are seen again, further out, by which others. */
export class Joins {
  /** The next outer span of the same call. */
  readonly #outer: Int32Array;
  /** Whether a span has an inner one already. */
  readonly #hasInner: Uint8Array;

  constructor(spans: number) {
    this.#outer = new Int32Array(spans).fill(NONE);
    this.#hasInner = new Uint8Array(spans);
  }

  isInner(index: number): boolean {
    return this.#outer[index] !== NONE;
  }

  hasInner(index: number): boolean {
    return this.#hasInner[index] === 1;
  }

  join(inner: number, outer: number): void {
    this.#outer[inner] = outer;
    this.#hasInner[outer] = 1;
  }

  /** For each span the outermost of its call; itself, where it is that. */
  outermost(): Int32Array {
    const outermost = Int32Array.from(this.#outer, (outer, index) =>
      outer === NONE ? index : NONE,
    );
    const path: number[] = [];
    for (let start = 0; start < outermost.length; start++) {
      let at = start;
      while (outermost[at] === NONE) {
        path.push(at);
        at = this.#outer[at];
      }
      for (const index of path) {
        outermost[index] = outermost[at];
      }
      path.length = 0;
    }
    return outermost;
  }
}
