/**
 * What a new entity may be called: kebab-case, as the conventions of the portal
 * want it, and short enough for a host name and a Kubernetes label.
 * @public
 */
export const NEW_NAME_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

/** @public */
export const NEW_NAME_MIN_LENGTH = 3;

/** @public */
export const NEW_NAME_MAX_LENGTH = 50;

/** What a template makes. @public */
export type CreatedKind = 'server' | 'agent';

/**
 * Whether a name is free, in the catalog and among the repositories.
 * @public
 */
export interface NameCheck {
  name: string;
  available: boolean;
  /** One sentence for people, when it is not available: why, and what to do. */
  message?: string;
  /** What has the name, when the caller may see it. */
  takenBy?: { entityRef: string; title?: string; path: string };
}
