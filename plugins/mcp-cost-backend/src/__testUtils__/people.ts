/** Member of the team `payments`, which has servers and agents of its own. */
export const PETRA = 'user:default/petra';
/** Member of `logistics`, the team beside it. */
export const FRANK = 'user:default/frank';
/** Head of the department `engineering`, above both. */
export const DORA = 'user:default/dora';
/** Member of `finance`, who may read the cost of all teams. */
export const FIONA = 'user:default/fiona';
/** Platform admin. */
export const ADA = 'user:default/ada';

export const PAYMENTS = 'group:default/payments';
export const LOGISTICS = 'group:default/logistics';
/** A team below `payments`. */
export const LEDGER_TEAM = 'group:default/payments-ledger';
export const ENGINEERING = 'group:default/engineering';
export const FINANCE = 'group:default/finance';
export const PLATFORM = 'group:default/platform-engineering';

/** Who is in which groups. */
export const OWNERSHIP: Record<string, string[]> = {
  [PETRA]: [PETRA, PAYMENTS],
  [FRANK]: [FRANK, LOGISTICS],
  [DORA]: [DORA, ENGINEERING],
  [FIONA]: [FIONA, FINANCE],
  [ADA]: [ADA, PLATFORM],
};
