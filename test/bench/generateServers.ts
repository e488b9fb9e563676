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

const VERBS =
  'create read list update delete search export import approve cancel refund charge send schedule assign close reopen merge review deploy restart scale archive restore validate convert summarise translate classify rank notify subscribe lock unlock rotate'.split(
    ' ',
  );
const NOUNS =
  'invoice payment customer order parcel shipment contract ticket incident deployment pipeline repository branch document report dashboard metric alert budget forecast employee candidate team meeting calendar message channel campaign segment product price discount warehouse vehicle route driver claim policy account ledger statement tax currency image video transcript dataset feature model experiment secret certificate domain cluster node volume backup'.split(
    ' ',
  );
const FILLER =
  'the a of for with by its own current open late monthly regional internal external primary secondary shared customer facing automated manual given latest previous pending'.split(
    ' ',
  );
const TEAMS = 60;

export interface GeneratedServer {
  name: string;
  purpose: string;
  team: number;
  tools: { name: string; description: string }[];
}

/**
 * Servers with words as an organisation uses them: few that most have, many
 * that some have, and one (`quokka…`) that a single tool has.
 */
export function generateServers(
  count: number,
  toolsPerServer: number,
): GeneratedServer[] {
  const random = createRandom(42);
  // Squared: the first words of a list are much more frequent than the last.
  const pick = (words: string[]) =>
    words[Math.floor(random() ** 2 * words.length)];
  const sentence = (length: number) =>
    Array.from({ length }, (_, i) =>
      i % 3 === 0 ? pick(NOUNS) : pick(i % 3 === 1 ? FILLER : VERBS),
    ).join(' ');
  return Array.from({ length: count }, (_, index) => ({
    name: `${pick(NOUNS)}-${pick(NOUNS)}-${index}`,
    purpose: sentence(14),
    team: Math.floor(random() * TEAMS),
    tools: Array.from({ length: toolsPerServer }, (__, tool) => ({
      name: `${pick(VERBS)}_${pick(NOUNS)}_${tool}`,
      description:
        index === Math.floor(count / 2) && tool === 7
          ? `${sentence(10)} quokka`
          : sentence(12),
    })),
  }));
}
