/**
 * Cookies don't know ports: names of our own keep clear of the portal's cookies.
 *
 * @internal
 */
export const COOKIE_NAMES = {
  session: 'sample_identity_session',
  interaction: 'sample_identity_interaction',
  resume: 'sample_identity_resume',
} as const;
