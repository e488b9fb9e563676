/**
 * What a person of the sample organisation is there to show. Set on the User
 * entity with the annotation `mcp-portal.io/persona`.
 *
 * @internal
 */
export type Persona = 'engineer' | 'new-hire' | 'manager' | 'platform-admin';

/**
 * Someone who can sign in, as the sample organisation's YAML describes them.
 *
 * @internal
 */
export interface Person {
  /** The User's entity reference; also the `sub` claim. */
  ref: string;
  /** The User's name in the catalog; also the `preferred_username` claim. */
  username: string;
  displayName: string;
  /** Matched by the portal against `spec.profile.email`. */
  email: string;
  /** The job, in the words of the entity's description. */
  role?: string;
  /** Titles of the groups the person is a member of. */
  teams: string[];
  persona?: Persona;
}
