import {
  ContractError,
  SettingError,
  VersionError,
} from '@mcp-portal/mcp-contract';
import { CommanderError } from 'commander';

import { CliError, EXIT } from './CliError';
import type { Io } from './Io';
import { Secrets } from './live/Secrets';
import { plainText } from './output/plainText';
import { createProgram } from './program';

const MAX_MESSAGE = 1_000;

/**
 * Runs the program: the result goes to standard output, an error on one line
 * to standard error.
 *
 * @param argv - what follows the program's name
 * @returns the exit code: 0, 1 or 2, see `EXIT`
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const secrets = new Secrets();
  if (io.env.MCP_PORTAL_TOKEN) {
    secrets.add(io.env.MCP_PORTAL_TOKEN);
  }
  // What follows is a command of the user's, whose options are its own.
  const split = argv.indexOf('--');
  const own = split < 0 ? argv : argv.slice(0, split);
  let exitCode: number = EXIT.ok;
  const program = createProgram({
    io,
    secrets,
    rest: split < 0 ? undefined : argv.slice(split + 1),
    exit: code => {
      exitCode = code;
    },
  });
  try {
    if (own.length === 0) {
      throw new CliError(
        'Name a command: snapshot, diff, lint, publish or check. See mcp-portal --help.',
      );
    }
    await program.parseAsync(own, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return EXIT.ok;
    }
    const names = program.commands.map(command => command.name());
    const message = secrets.redact(messageOf(error, commandIn(own, names)));
    io.stderr.write(`mcp-portal: ${plainText(message, MAX_MESSAGE)}\n`);
    return EXIT.failed;
  }
}

function commandIn(argv: readonly string[], names: string[]): string {
  const command = argv.find(word => names.includes(word));
  return ['mcp-portal', ...(command ? [command] : [])].join(' ');
}

function messageOf(error: unknown, command: string): string {
  if (
    error instanceof CliError ||
    error instanceof ContractError ||
    error instanceof SettingError ||
    error instanceof VersionError
  ) {
    return error.message;
  }
  if (error instanceof CommanderError) {
    const said = error.message.replace(/^error: /, '').replace(/\.?\s*$/, '');
    return `${said}. See ${command} --help.`;
  }
  // Its stack would tell the user nothing that helps.
  return `Something went wrong inside of mcp-portal: ${
    error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }. Please report it with the command that you ran.`;
}
