import { Readable } from 'node:stream';

import { run } from '../run';

/** What a run left behind. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the program in this process. */
export async function runCli(
  argv: string[],
  options: {
    stdin?: string | Readable;
    env?: Record<string, string>;
    isTTY?: boolean;
    signal?: AbortSignal;
  } = {},
): Promise<Outcome> {
  const outcome = { code: 0, stdout: '', stderr: '' };
  outcome.code = await run(argv, {
    stdin: toReadable(options.stdin),
    stdout: {
      isTTY: options.isTTY,
      write: (text: string) => {
        outcome.stdout += text;
      },
    },
    stderr: {
      write: (text: string) => {
        outcome.stderr += text;
      },
    },
    env: { PATH: process.env.PATH, ...options.env },
    fetch: (...args) => fetch(...args),
    signal: options.signal,
  });
  return outcome;
}

/** An error is one line that names the program, and nothing else is written. */
export function expectOneLine({ stdout, stderr }: Outcome): void {
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^mcp-portal: [^\n]+[.!?]\n$/);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
}

function toReadable(stdin: string | Readable = ''): Readable {
  return typeof stdin === 'string'
    ? Readable.from([Buffer.from(stdin)])
    : stdin;
}
