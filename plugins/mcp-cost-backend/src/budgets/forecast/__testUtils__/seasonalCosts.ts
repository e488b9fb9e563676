const WEEK = [1, 1.05, 1.1, 1, 0.9, 0.2, 0.15];

/** Numbers from 0 to 1 that are the same each time: Mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Daily costs as teams have them: working days and weekends, noise, a level
 * that wanders and grows, and a spike on every hundredth day.
 */
export function seasonalCosts(options: {
  seed: number;
  days: number;
  /** Standard deviation of a day, as a part of it. */
  noise: number;
  /** By what part the level grows in 30 days. */
  growth: number;
  /** Standard deviation of the level's daily steps. */
  drift: number;
}): bigint[] {
  const { seed, days, noise, growth, drift } = options;
  const random = randomNumbers(seed);
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let level = 1e12;
  return Array.from({ length: days }, (_, at) => {
    level *= Math.exp(drift * normal()) * (1 + growth) ** (1 / 30);
    const usual = level * WEEK[(at + seed) % WEEK.length];
    const spike = random() < 0.01 ? 8 : 1;
    const cost = usual * spike * Math.exp(noise * normal() - noise ** 2 / 2);
    return BigInt(Math.round(cost));
  });
}
