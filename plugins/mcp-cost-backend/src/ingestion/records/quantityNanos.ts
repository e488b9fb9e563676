import { RefusedError } from '../RefusedError';

const PLACES = 9;
const MAX_QUANTITY = 1_000_000_000;
const DECIMAL = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * A quantity in billionths, exactly as it was written.
 *
 * @throws RefusedError when it is negative, huge, or has more than nine places
 */
export function quantityNanos(quantity: number, field: string): bigint {
  if (!(quantity >= 0 && quantity <= MAX_QUANTITY)) {
    throw new RefusedError(
      'number-out-of-range',
      `${field} must be from 0 to ${MAX_QUANTITY}`,
    );
  }
  // The shortest text that means the number is how it was written.
  const [, whole, fraction = '', exponent = '0'] = DECIMAL.exec(
    String(quantity),
  )!;
  const places = PLACES - fraction.length + Number(exponent);
  if (places < 0) {
    throw new RefusedError(
      'number-out-of-range',
      `${field} may have ${PLACES} decimal places`,
    );
  }
  return BigInt(whole + fraction) * 10n ** BigInt(places);
}
