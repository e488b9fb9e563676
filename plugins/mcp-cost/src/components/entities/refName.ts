import { parseEntityRef } from '@backstage/catalog-model';

/** What an entity is called where the catalog's title is not at hand. */
export function refName(ref: string, title?: string): string {
  if (title) {
    return title;
  }
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
