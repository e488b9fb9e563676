/** A member of the team that owns everything in the tests. */
export const OWNER = 'user:default/petra';

/** A member of another team. */
export const OTHER = 'user:default/frank';

/** A platform admin. */
export const ADMIN = 'user:default/ada';

/** The groups that each is in. */
export const OWNERSHIP: Record<string, string[]> = {
  [OWNER]: [OWNER, 'group:default/payments'],
  [OTHER]: [OTHER, 'group:default/freight'],
  [ADMIN]: [ADMIN, 'group:default/platform-engineering'],
};
