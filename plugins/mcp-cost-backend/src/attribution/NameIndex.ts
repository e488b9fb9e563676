/** Refs of entities that share a name. */
export type Refs = ReadonlySet<string>;

export const NO_REFS: Refs = new Set();

/** What has a name; where several have it, all of them. */
export class NameIndex {
  readonly #refs = new Map<string, Set<string>>();

  add(ref: string, ...names: (string | undefined)[]): void {
    for (const name of names) {
      if (name !== undefined && name !== '') {
        const key = name.toLowerCase();
        const refs = this.#refs.get(key) ?? new Set();
        refs.add(ref);
        this.#refs.set(key, refs);
      }
    }
  }

  find(name: string): Refs {
    return this.#refs.get(name.toLowerCase()) ?? NO_REFS;
  }
}
