const REF = /^[^:/]+:(?:[^:/]+\/)?([^:/]+)$/;

/**
 * The name of what the catalog does not know under it. Never in the form of an
 * entity ref: that would pass for someone else's entity.
 */
export function ownName(name: string): string {
  return REF.exec(name)?.[1] ?? name;
}
