import { Command } from 'commander';
import fs from 'node:fs/promises';

import { CliError } from '../CliError';
import { askServer } from '../live/askServer';
import { plainText } from '../output/plainText';
import { addServerOptions, ServerOptions } from './addServerOptions';
import type { Context } from './Context';
import { readTarget } from './readTarget';

export function addSnapshotCommand(program: Command, context: Context): void {
  addServerOptions(
    program
      .command('snapshot')
      .summary('ask a live server for its contract')
      .description(
        'Asks a live MCP server for its contract (tools, prompts, resources, capabilities, instructions) and writes it as canonical JSON: the same text for the same meaning.',
      )
      .usage('[options] (--url URL | -- COMMAND ARGS…)')
      .option(
        '--output <file>',
        'write to this file instead of standard output',
      ),
  )
    .addHelpText(
      'after',
      `
Exit codes:
  0  the contract was written
  2  it could not be read: standard error says why

Examples:
  mcp-portal snapshot -- node build/index.js > contract.json
  mcp-portal snapshot --output contract.json -- npx -y @modelcontextprotocol/server-everything
  mcp-portal snapshot --url https://mcp.example.com/mcp --header 'Authorization: Bearer env:TOKEN'
`,
    )
    .action(async (options: ServerOptions & { output?: string }) => {
      await snapshot(options, context);
    });
}

async function snapshot(
  options: ServerOptions & { output?: string },
  context: Context,
): Promise<void> {
  const { io, secrets } = context;
  const target = readTarget(options, { ...context, env: io.env });
  if (!target) {
    throw new CliError(
      "Say which server to ask: --url URL, or its command after '--'.",
    );
  }
  const { snapshot: found } = await askServer({
    target,
    timeoutMs: options.timeout * 1_000,
    verbose: options.verbose === true,
    probe: false,
    secrets,
    io,
  });
  const text = `${found.canonicalJson}\n`;
  if (options.output === undefined) {
    io.stdout.write(text);
    return;
  }
  try {
    await fs.writeFile(options.output, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      `${plainText(
        options.output,
        200,
      )} can't be written (${code}). Check the path and its permissions.`,
    );
  }
}
