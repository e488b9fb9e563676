/**
 * An amount of money in the portal's one currency: an integer of nano-units
 * (10^-9 of the currency's unit) as decimal text, since JSON's numbers end at
 * 2^53. `"1204000000000"` is 1,204.00.
 * @public
 */
export type Nanos = string;
