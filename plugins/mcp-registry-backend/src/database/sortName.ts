/** Long enough to sort by; an index of PostgreSQL takes no more than 2.7 kB. */
const MAX_LENGTH = 200;

/** The text by which something is sorted among its like. */
export function sortName(asset: { name: string; title?: string }): string {
  return (asset.title ?? asset.name)
    .toLocaleLowerCase('en-US')
    .slice(0, MAX_LENGTH);
}
