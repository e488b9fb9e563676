import { createHash } from 'node:crypto';

// The catalog's limit for metadata.name.
const MAX_NAME_LENGTH = 63;
const HASH_LENGTH = 10;

/**
 * An entity name for each registry name, the same in every import.
 *
 * The slash becomes an underscore, which the part before it can't hold, so no
 * two names meet. Two cases need a hash of the whole name at the end: names
 * that are too long, and names that differ in case only, which the catalog
 * takes for one. Of the latter each gets a hash, so that none ever takes over
 * the entity of another.
 *
 * @param registryNames - distinct names, each with one slash
 */
export function assignEntityNames(
  registryNames: string[],
): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of registryNames) {
    counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  }
  return new Map(
    registryNames.map(name => {
      const plain = name.replace('/', '_');
      const isUnique = counts.get(fold(name)) === 1;
      return [
        name,
        isUnique && plain.length <= MAX_NAME_LENGTH
          ? plain
          : withHash(plain, name),
      ];
    }),
  );
}

function withHash(plain: string, name: string): string {
  const hash = createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return `${plain.slice(0, MAX_NAME_LENGTH - HASH_LENGTH - 1)}-${hash}`;
}

function fold(name: string): string {
  return name.toLocaleLowerCase('en-US');
}
