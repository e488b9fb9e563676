import { InputError } from '@backstage/errors';

import { NANOS_PER_UNIT } from './nanos';

const PLACES = 9;
/** More than any amount has; long texts cost time to read. */
const MAX_LENGTH = 40;

/**
 * Reads decimal text, such as `"0.000015"` or `"-12"`, as billionths: of money,
 * nano-units. Exact; nothing is rounded.
 *
 * @throws InputError when it is no plain decimal number, or has more than nine
 *   places
 * @public
 */
export function parseDecimal(text: string): bigint {
  const match =
    text.length <= MAX_LENGTH
      ? /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
      : undefined;
  if (!match) {
    throw new InputError(
      `${shown(
        text,
      )} is not an amount; write a plain decimal number of at most ${MAX_LENGTH} characters, such as 12.50.`,
    );
  }
  const [, sign, whole, fraction = ''] = match;
  if (fraction.length > PLACES) {
    throw new InputError(
      `${shown(text)} has ${
        fraction.length
      } decimal places; amounts have at most ${PLACES}.`,
    );
  }
  const nanos =
    BigInt(whole) * NANOS_PER_UNIT + BigInt(fraction.padEnd(PLACES, '0'));
  return sign ? -nanos : nanos;
}

/**
 * Writes billionths as decimal text, without places that aren't needed: what
 * `parseDecimal` reads.
 * @public
 */
export function decimalText(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const whole = size / NANOS_PER_UNIT;
  const fraction = (size % NANOS_PER_UNIT)
    .toString()
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${nanos < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

function shown(text: string): string {
  return JSON.stringify(
    text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text,
  );
}
