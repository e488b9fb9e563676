/** Calls of a server by an agent. */
export interface CallPair {
  server: string;
  agent: string;
  calls: number;
  errors: number;
}

export interface Culprit {
  server: string;
  agents: string[];
  errors: number;
  share: number;
}

/** Fewer errors are chance. */
const MIN_ERRORS = 5;
/** Of an agent's errors; from here on the server is its trouble. */
const MIN_SHARE = 0.5;
/** Every server fails now and then. */
const MIN_ERROR_RATE = 0.05;
/** How much oftener than all others it fails. */
const MIN_TIMES_OTHERS = 2;
const MIN_AGENTS = 2;

/**
 * Servers that are behind the troubles of several agents: they fail much oftener
 * than the others, and most of these agents' errors are theirs. The one with
 * most errors first.
 */
export function findCulprits(pairs: readonly CallPair[]): Culprit[] {
  const byServer = groupBy(pairs, pair => pair.server);
  const byAgent = groupBy(pairs, pair => pair.agent);
  const all = sum(pairs);
  return [...byServer]
    .filter(([server, uses]) => server !== '' && failsOften(sum(uses), all))
    .map(([server, uses]) => {
      const troubled = uses.filter(
        ({ agent, errors }) =>
          agent !== '' &&
          errors >= MIN_ERRORS &&
          errors / sum(byAgent.get(agent)!).errors >= MIN_SHARE,
      );
      const { errors } = sum(troubled);
      const agents = troubled.map(({ agent }) => agent);
      const theirErrors = sum(
        agents.flatMap(agent => byAgent.get(agent)!),
      ).errors;
      return { server, agents, errors, share: errors / theirErrors };
    })
    .filter(({ agents }) => agents.length >= MIN_AGENTS)
    .sort((a, b) => b.errors - a.errors);
}

function failsOften(
  server: { calls: number; errors: number },
  all: { calls: number; errors: number },
): boolean {
  const rate = server.errors / server.calls;
  const otherCalls = all.calls - server.calls;
  const otherRate =
    otherCalls === 0 ? 0 : (all.errors - server.errors) / otherCalls;
  return rate >= MIN_ERROR_RATE && rate >= MIN_TIMES_OTHERS * otherRate;
}

function sum(pairs: readonly CallPair[]): { calls: number; errors: number } {
  return pairs.reduce(
    (so, { calls, errors }) => ({
      calls: so.calls + calls,
      errors: so.errors + errors,
    }),
    { calls: 0, errors: 0 },
  );
}

function groupBy(
  pairs: readonly CallPair[],
  keyOf: (pair: CallPair) => string,
): Map<string, CallPair[]> {
  const groups = new Map<string, CallPair[]>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    const group = groups.get(key);
    if (group) {
      group.push(pair);
    } else {
      groups.set(key, [pair]);
    }
  }
  return groups;
}
