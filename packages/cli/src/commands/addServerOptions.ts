import { Command, InvalidArgumentError, Option } from 'commander';

import { HTTP_TRANSPORTS, HttpTransport } from '../live/Target';

const DEFAULT_TIMEOUT_S = 60;
const MAX_TIMEOUT_S = 3_600;

/** The options of every command that can ask a live server. */
export interface ServerOptions {
  url?: string;
  header?: string[];
  transport?: HttpTransport;
  timeout: number;
  verbose?: boolean;
}

export function addServerOptions(command: Command): Command {
  return command
    .option('--url <url>', 'ask the server at this MCP endpoint')
    .option(
      '--header <header>',
      "send 'Name: value'; a word env:NAME stands for that variable's value (repeatable)",
      collect,
    )
    .addOption(
      new Option(
        '--transport <kind>',
        'only streamable HTTP, or only HTTP+SSE (default: the first, then the other)',
      ).choices(HTTP_TRANSPORTS),
    )
    .option(
      '--timeout <seconds>',
      'give up after so long',
      readTimeout,
      DEFAULT_TIMEOUT_S,
    )
    .option('--verbose', 'show what a started server logs');
}

/** For an option that may be given several times. */
export function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}

function readTimeout(text: string): number {
  const seconds = Number(text);
  if (!text.trim() || !(seconds > 0 && seconds <= MAX_TIMEOUT_S)) {
    throw new InvalidArgumentError(
      `Give seconds, more than 0 and at most ${MAX_TIMEOUT_S}.`,
    );
  }
  return seconds;
}
