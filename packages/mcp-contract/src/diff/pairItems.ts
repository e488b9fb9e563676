/** Items of two lists, by what names them. */
export interface PairedItems<T> {
  removed: T[];
  added: T[];
  kept: { before: T; after: T }[];
}

/** Finds for each item the one of the same name in the other list. */
export function pairItems<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): PairedItems<T> {
  const open = new Map(after.map(item => [nameOf(item), item]));
  const pairs: PairedItems<T> = { removed: [], added: [], kept: [] };
  for (const item of before) {
    const other = open.get(nameOf(item));
    if (other === undefined) {
      pairs.removed.push(item);
    } else {
      pairs.kept.push({ before: item, after: other });
      open.delete(nameOf(item));
    }
  }
  pairs.added.push(...open.values());
  return pairs;
}
