import { InputError } from '@backstage/errors';
import {
  formatMoney,
  NANOS_PER_UNIT,
  parseDecimal,
} from '@mcp-portal/plugin-mcp-cost-common';

/** A billion a month: more is a slip of the keyboard. */
const MAX_NANOS = 1_000_000_000n * NANOS_PER_UNIT;

/**
 * An amount of a month, from a request.
 *
 * @throws InputError when it is no amount, negative, or too large
 */
export function readAmount(
  text: string,
  options: { field: string; currency: string; least?: bigint },
): bigint {
  const { field, currency, least = 0n } = options;
  const nanos = parseDecimal(text);
  if (nanos < least || nanos > MAX_NANOS) {
    throw new InputError(
      `${field} is ${text.slice(0, 40)}; it must be ${
        least > 0n ? 'more than zero' : 'zero or more'
      } and at most ${formatMoney(MAX_NANOS, currency)}`,
    );
  }
  return nanos;
}
