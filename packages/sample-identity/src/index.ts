/**
 * A local OpenID provider with the people of the sample organisation.
 *
 * @packageDocumentation
 */
export { readIdentityConfig } from './identityConfig';
export type { IdentityConfig } from './identityConfig';
export { startIdentity } from './startIdentity';
