/** A positive decimal number as a fraction of integers. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

/** Exponents beyond this would make integers of thousands of digits. */
const MAX_EXPONENT = 400;

/** What the number says in decimal, exactly: 0.1 is one tenth. */
export function toRatio(value: number): Ratio | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    String(Math.abs(value)),
  );
  if (!match) {
    return undefined;
  }
  const [, whole, fraction = '', exponent = '0'] = match;
  const power = Number(exponent) - fraction.length;
  if (Math.abs(power) > MAX_EXPONENT) {
    return undefined;
  }
  const digits = BigInt(whole + fraction);
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : reduce({ numerator: digits, denominator: 10n ** BigInt(-power) });
}

/** True when `value` is a whole number of `step`s. */
export function isMultiple(value: Ratio, step: Ratio): boolean {
  const divisor = value.denominator * step.numerator;
  return (
    divisor !== 0n && (value.numerator * step.denominator) % divisor === 0n
  );
}

/** The smallest that is a multiple of both. */
export function commonMultiple(a: Ratio, b: Ratio): Ratio {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return reduce({
    numerator: (left / divisorOf(left, right)) * right,
    denominator: a.denominator * b.denominator,
  });
}

function reduce({ numerator, denominator }: Ratio): Ratio {
  const divisor = divisorOf(numerator, denominator);
  return {
    numerator: numerator / divisor,
    denominator: denominator / divisor,
  };
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}
