import { createSnapshot } from '@mcp-portal/mcp-contract';
import { Command } from 'commander';

import { CliError, EXIT } from '../CliError';
import { compareFiles, NamedContract } from '../contracts/compareFiles';
import { diffMarkdown } from '../output/diffMarkdown';
import { diffText } from '../output/diffText';
import { plainText } from '../output/plainText';
import { styleFor } from '../output/style';
import type { PortalClient } from '../portal/PortalClient';
import { addFormatOptions, FormatOptions } from './addFormatOptions';
import {
  addPortalOptions,
  connectPortal,
  PortalOptions,
} from './addPortalOptions';
import { addServerOptions, ServerOptions } from './addServerOptions';
import type { Context } from './Context';
import { obtainContract } from './obtainContract';

interface CheckOptions extends FormatOptions, ServerOptions, PortalOptions {
  version?: string;
  contract?: string;
}

export function addCheckCommand(program: Command, context: Context): void {
  const command = addPortalOptions(
    program
      .command('check')
      .summary('check that a contract is the published one')
      .description(
        'Compares a contract with the published one, and fails when they are not the same. Without a contract or a server of its own, it takes what the portal last saw live.',
      )
      .usage(
        '[options] --server REF [--contract FILE | --url URL | -- COMMAND ARGS…]',
      ),
  )
    .option(
      '--version <version>',
      'the published version (default: the newest)',
    )
    .option('--contract <file>', 'what `snapshot` wrote; - is standard input');
  addServerOptions(addFormatOptions(command))
    .addHelpText(
      'after',
      `
Exit codes:
  0  it is the published contract
  1  it is not: the changes are printed
  2  it could not be told: standard error says why

Examples:
  mcp-portal check --server billing
  mcp-portal check --server billing --version 1.4.0 --contract contract.json
  mcp-portal check --server billing --markdown -- node build/index.js
`,
    )
    .action(async (options: CheckOptions) => {
      await check(options, context);
    });
}

async function check(options: CheckOptions, context: Context): Promise<void> {
  const { io, exit } = context;
  const portal = connectPortal(options, context);
  const given = await obtainContract(
    { ...options, file: options.contract },
    context,
  );
  const published = await readPublished(portal, options);
  const found = given ?? (await readLive(portal, options.server));
  const { diff, notes } = compareFiles(published, found);
  const equal = diff.changes.length === 0;
  const { server } = options;
  const line = `${found.name} ${equal ? 'is' : 'is not'} ${published.name}`;
  if (options.json) {
    const { version } = published;
    io.stdout.write(
      `${JSON.stringify(
        { equal, server, version, ...diff, ...(notes.length && { notes }) },
        undefined,
        2,
      )}\n`,
    );
  } else if (options.markdown) {
    io.stdout.write(diffMarkdown(diff, { title: line, notes }));
  } else {
    const style = styleFor(io);
    io.stdout.write(
      `${style.strong(
        (equal ? style.good : style.bad)(`${plainText(line, 400)}.`),
      )}\n${
        equal
          ? notes.map(note => `${note}\n`).join('')
          : `\n${diffText(diff, { style, notes })}`
      }`,
    );
  }
  exit(equal ? EXIT.ok : EXIT.found);
}

async function readPublished(
  portal: PortalClient,
  { server, version: wanted }: CheckOptions,
): Promise<NamedContract & { version: string }> {
  const version = wanted ?? (await portal.findNewest(server))?.version;
  if (version === undefined) {
    throw new CliError(
      `Of '${plainText(
        server,
        200,
      )}' no version is published. Publish one with 'mcp-portal publish'.`,
    );
  }
  const { contract, status } = await portal.getVersion(server, version);
  if (status === 'deleted') {
    throw new CliError(
      `${version} of '${plainText(
        server,
        200,
      )}' was deleted. Name another --version.`,
    );
  }
  return {
    snapshot: createSnapshot(contract),
    toolsOnly: false,
    name: `${version} of ${server}`,
    version,
  };
}

async function readLive(
  portal: PortalClient,
  server: string,
): Promise<NamedContract> {
  const live = await portal.getLive(server);
  if (!live) {
    throw new CliError(
      `The portal has not seen '${plainText(
        server,
        200,
      )}' live yet. Give the contract itself: --contract FILE, --url URL, or a command after '--'.`,
    );
  }
  return {
    snapshot: createSnapshot(live.contract),
    toolsOnly: false,
    name: `${live.stale ? 'The last good answer' : 'What was live'} on ${
      live.lastSeenAt
    }`,
  };
}
