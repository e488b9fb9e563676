import { parseArgs } from 'node:util';

/** What one may tell the agent. */
export interface AgentOptions {
  /** How many; without end when it is 0. */
  rounds: number;
  pauseMs: number;
}

/**
 * @throws Error with one sentence that says what to write instead
 */
export function readOptions(argv: string[]): AgentOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      rounds: { type: 'string', default: '5' },
      pause: { type: 'string', default: '1' },
    },
  });
  return {
    rounds: integer('--rounds', values.rounds, 1_000_000),
    pauseMs: 1_000 * integer('--pause', values.pause, 3_600),
  };
}

function integer(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new Error(`${name} is "${text}"; give a number from 0 to ${max}.`);
  }
  return value;
}
