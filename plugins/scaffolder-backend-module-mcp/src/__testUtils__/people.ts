/** Of the team that makes servers in the tests. */
export const PETRA = 'user:default/petra';

/** Of another team, whose ledger nobody else may know of. */
export const FRANK = 'user:default/frank';

/** Of the team that has used up its budget. */
export const DORA = 'user:default/dora';

/** A platform admin. */
export const ADA = 'user:default/ada';

/** The groups that each is in. */
export const OWNERSHIP: Record<string, string[]> = {
  [PETRA]: [PETRA, 'group:default/payments'],
  [FRANK]: [FRANK, 'group:default/freight'],
  [DORA]: [DORA, 'group:default/spenders'],
  [ADA]: [ADA, 'group:default/platform-engineering'],
};
