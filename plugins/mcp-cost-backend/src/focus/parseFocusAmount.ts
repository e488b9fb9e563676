import { InputError } from '@backstage/errors';

/** Places that an amount is read with; providers write up to some twenty. */
export const AMOUNT_PLACES = 30;

const MAX_WHOLE_DIGITS = 12;
const MAX_LENGTH = 60;

/**
 * Reads an amount of a bill exactly, as an integer of 10^-30. Some exporters
 * write exponents, though FOCUS allows none.
 *
 * @throws InputError when it is no number, or absurdly large or fine
 */
export function parseFocusAmount(text: string, column: string): bigint {
  const match =
    text.length <= MAX_LENGTH
      ? /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text)
      : undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (!match || whole + fraction === '') {
    throw new InputError(
      `${column} is ${shown(text)}, which is no decimal number.`,
    );
  }
  const shift = AMOUNT_PLACES - fraction.length + Number(exponent);
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const isZero = /^0*$/.test(digits);
  if (isZero) {
    return 0n;
  }
  if (digits.length + shift > AMOUNT_PLACES + MAX_WHOLE_DIGITS) {
    throw new InputError(
      `${column} is ${shown(text)}, which is more than any bill.`,
    );
  }
  if (shift < 0) {
    throw new InputError(
      `${column} is ${shown(
        text,
      )}, which has more than ${AMOUNT_PLACES} decimal places.`,
    );
  }
  const amount = BigInt(digits) * 10n ** BigInt(shift);
  return sign ? -amount : amount;
}

function shown(text: string): string {
  return JSON.stringify(
    text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text,
  );
}
