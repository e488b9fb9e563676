import { InputError } from '@backstage/errors';

/**
 * An amount of money in the portal's one currency: an integer of nano-units
 * (10^-9 of the currency's unit) as decimal text, since JSON's numbers end at
 * 2^53. `"1204000000000"` is 1,204.00.
 * @public
 */
export type Nanos = string;

/** Nano-units in one unit of the currency. @public */
export const NANOS_PER_UNIT = 1_000_000_000n;

/** More than any amount has; long texts cost time to read. */
const MAX_DIGITS = 40;

/**
 * Reads nano-units as the API writes them.
 *
 * @throws InputError when the text is no integer
 * @public
 */
export function readNanos(text: Nanos): bigint {
  if (text.length > MAX_DIGITS || !/^-?\d+$/.test(text)) {
    throw new InputError(
      `${JSON.stringify(
        text.slice(0, MAX_DIGITS),
      )} is not an amount in nano-units; write an integer as text, such as "1500000000" for 1.50.`,
    );
  }
  return BigInt(text);
}

/**
 * Adds amounts as the API writes them.
 *
 * @throws InputError when one is no integer
 * @public
 */
export function addNanos(...amounts: readonly Nanos[]): Nanos {
  return amounts
    .reduce((sum, amount) => sum + readNanos(amount), 0n)
    .toString();
}

/**
 * Orders amounts as the API writes them: negative when `a` is less than `b`.
 *
 * @throws InputError when one is no integer
 * @public
 */
export function compareNanos(a: Nanos, b: Nanos): number {
  const difference = readNanos(a) - readNanos(b);
  if (difference === 0n) {
    return 0;
  }
  return difference < 0n ? -1 : 1;
}
