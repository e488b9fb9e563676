import { Command } from 'commander';

import { version } from '../package.json';
import { addCheckCommand } from './commands/checkCommand';
import { addDiffCommand } from './commands/diffCommand';
import { addLintCommand } from './commands/lintCommand';
import { addPublishCommand } from './commands/publishCommand';
import { addSnapshotCommand } from './commands/snapshotCommand';
import type { Context } from './commands/Context';

/** The command line, whose commands report through the context. */
export function createProgram(context: Context): Command {
  const { io } = context;
  const program = new Command('mcp-portal')
    .description(
      'Treats the tools of an MCP server as a public API: takes snapshots of its contract, says whom a change breaks, checks conventions, and publishes versions to an MCP portal.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    // So that a command's own --version is not taken for the program's.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      // An error is written once, on one line, by whoever runs the program.
      writeErr: () => {},
      outputError: () => {},
    })
    .addHelpText(
      'after',
      `
Exit codes:
  0  all is well
  1  looked at, and not well: breaking, refused, different, or against a convention
  2  could not be looked at: standard error says why, on one line

Environment:
  MCP_PORTAL_URL    the portal, when --portal is not given
  MCP_PORTAL_TOKEN  the key to the portal: a service key of a team, or a Backstage token
  NO_COLOR          no colours

Each command explains itself: mcp-portal diff --help
`,
    );
  addSnapshotCommand(program, context);
  addDiffCommand(program, context);
  addLintCommand(program, context);
  addPublishCommand(program, context);
  addCheckCommand(program, context);
  return program;
}
