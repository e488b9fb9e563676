/**
 * What asking the registry to take an entity from the catalog now led to.
 * @public
 */
export interface Arrival {
  /** The registry lists it, for the caller too. */
  listed: true;
  /** False when the registry had it already, just as the catalog does. */
  changed: boolean;
}
