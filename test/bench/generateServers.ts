/**
 * A generator of numbers that gives the same ones each time (mulberry32), so
 * that every run measures the same servers.
 */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words that the queries use, by their rank: how many words are more frequent. */
const RANKED: Record<number, string> = {
  30: 'create',
  60: 'list',
  100: 'invoice',
  150: 'inventory',
  200: 'payment',
  300: 'shipment',
  400: 'cancel',
  800: 'billing',
  1200: 'ledger',
  1800: 'rotate',
};
const VOCABULARY = 3000;
const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo wu'.split(' ');

const WORDS = Array.from(
  { length: VOCABULARY },
  (_, rank) =>
    RANKED[rank] ??
    [rank, rank / 15, rank / 225, 7]
      .map(part => SYLLABLES[Math.floor(part) % SYLLABLES.length])
      .join(''),
);
// Zipf: the word of rank r is 1/r as frequent as the first.
const CUMULATED = WORDS.reduce<number[]>((sums, _, rank) => {
  sums.push((sums[rank - 1] ?? 0) + 1 / (rank + 1));
  return sums;
}, []);
const TEAMS = 60;

export interface GeneratedServer {
  name: string;
  purpose: string;
  team: number;
  tools: { name: string; description: string }[];
}

/**
 * Servers whose words are as frequent as in real text (Zipf's law): `create` is
 * in most of them, `invoice` in a third, `ledger` in one of forty, and `quokka`
 * in a single tool.
 */
export function generateServers(
  count: number,
  toolsPerServer: number,
): GeneratedServer[] {
  const random = createRandom(42);
  const pick = () => {
    const wanted = random() * CUMULATED[VOCABULARY - 1];
    let low = 0;
    let high = VOCABULARY - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (CUMULATED[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return WORDS[low];
  };
  const sentence = (length: number) => Array.from({ length }, pick).join(' ');
  return Array.from({ length: count }, (_, index) => ({
    name: `${pick()}-${pick()}-${index}`,
    purpose: sentence(14),
    team: Math.floor(random() * TEAMS),
    tools: Array.from({ length: toolsPerServer }, (__, tool) => ({
      name: `${pick()}_${pick()}_${tool}`,
      description:
        index === Math.floor(count / 2) && tool === 7
          ? `${sentence(12)} quokka`
          : sentence(12),
    })),
  }));
}
