interface Share {
  name: string;
  weight: bigint;
  part: bigint;
  remainder: bigint;
}

/**
 * Splits an amount by weights so that the parts are the whole, to the unit. Each
 * part is its exact share, or that rounded up or down; what rounding down leaves
 * goes to the largest remainders. A negative amount is split as its positive
 * one. The order of the weights doesn't matter: equal remainders go to the
 * heavier, then to the name that comes first.
 *
 * @param total - nano-units, or whatever else has to stay whole
 * @param weights - by name; zero takes no part
 * @returns a part for each of the names
 * @throws RangeError when a weight is negative, or all are zero and there is
 *   something to split
 * @public
 */
export function splitByWeights(
  total: bigint,
  weights: ReadonlyMap<string, bigint>,
): Map<string, bigint> {
  const size = total < 0n ? -total : total;
  const shares = sharesOf(size, weights);
  let left = size - shares.reduce((sum, { part }) => sum + part, 0n);
  for (const share of [...shares].sort(byClaim)) {
    if (left === 0n) {
      break;
    }
    share.part += 1n;
    left -= 1n;
  }
  return new Map(
    shares.map(({ name, part }) => [name, total < 0n ? -part : part]),
  );
}

function sharesOf(size: bigint, weights: ReadonlyMap<string, bigint>): Share[] {
  let sum = 0n;
  for (const [name, weight] of weights) {
    if (weight < 0n) {
      throw new RangeError(`the weight of ${name} is negative: ${weight}`);
    }
    sum += weight;
  }
  if (sum === 0n && size !== 0n) {
    throw new RangeError(`nothing to split ${size} by: all weights are zero`);
  }
  const divisor = sum || 1n;
  return Array.from(weights, ([name, weight]) => ({
    name,
    weight,
    part: (size * weight) / divisor,
    remainder: (size * weight) % divisor,
  }));
}

/** Who is first to get one of the units that are left. */
function byClaim(a: Share, b: Share): number {
  return (
    compare(b.remainder, a.remainder) ||
    compare(b.weight, a.weight) ||
    compare(a.name, b.name)
  );
}

function compare<T extends bigint | string>(a: T, b: T): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
