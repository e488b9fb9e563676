/**
 * The fingerprints of what an index held at some moment, by ref.
 *
 * Two may bring news from the catalog at once: a round, and somebody who
 * announces one entity. Each writes only what is still as it was before it read
 * the catalog, so that what was read first can't replace what was read later.
 */
export type KnownEntities = ReadonlyMap<string, string>;

/** Whether an entry is still as it was known; undefined when there is none. */
export function isAsKnown(
  known: KnownEntities | undefined,
  ref: string,
  fingerprint: string | undefined,
): boolean {
  return !known || known.get(ref) === fingerprint;
}
