/**
 * What a quantity costs: `amount * quantity / per`, rounded to the nearest
 * nano-unit, half away from zero, so that a correction takes back exactly what
 * was charged.
 *
 * @param options - `amount` in nano-units for each `per` of what `quantity`
 *   counts; `per` is 1 by default
 * @throws RangeError when `per` is not above zero
 * @public
 */
export function costOf(options: {
  amount: bigint;
  quantity: bigint;
  per?: bigint;
}): bigint {
  const { amount, quantity, per = 1n } = options;
  return divideRounded(amount * quantity, per);
}

/**
 * Divides, rounded to the nearest integer, half away from zero.
 *
 * @throws RangeError when the divisor is not above zero
 * @public
 */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) {
    throw new RangeError(`can't divide money by ${divisor}`);
  }
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
