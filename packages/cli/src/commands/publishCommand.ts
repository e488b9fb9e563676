import { checkVersion } from '@mcp-portal/mcp-contract';
import type { PublishRequest } from '@mcp-portal/plugin-mcp-registry-common';
import { Command } from 'commander';

import { CliError, EXIT } from '../CliError';
import { readInput } from '../contracts/readInput';
import { publicationMarkdown } from '../output/publicationMarkdown';
import {
  Publication,
  publicationOf,
  publicationText,
} from '../output/publicationText';
import { styleFor } from '../output/style';
import { addFormatOptions, FormatOptions } from './addFormatOptions';
import {
  addPortalOptions,
  connectPortal,
  PortalOptions,
} from './addPortalOptions';
import { addServerOptions, collect, ServerOptions } from './addServerOptions';
import type { Context } from './Context';
import { obtainContract } from './obtainContract';
import { readObject } from './readSettings';

interface PublishOptions extends FormatOptions, ServerOptions, PortalOptions {
  version: string;
  contract?: string;
  live?: boolean;
  changelog?: string;
  changelogFile?: string;
  serverJson?: string;
  dryRun?: boolean;
  overrideReason?: string;
  accept?: string[];
  acceptReason?: string;
}

export function addPublishCommand(program: Command, context: Context): void {
  const command = addPortalOptions(
    program
      .command('publish')
      .summary("publish a version through the portal's compatibility gate")
      .description(
        'Publishes a version of a server to the portal. Its compatibility gate refuses a breaking change without a new major version, and says whose agents it would break. The key comes from MCP_PORTAL_TOKEN.',
      )
      .usage(
        '[options] --server REF --version V (--contract FILE | --live | --url URL | -- COMMAND ARGS…)',
      ),
  )
    .requiredOption('--version <version>', 'the version, such as 1.4.0')
    .option('--contract <file>', 'what `snapshot` wrote; - is standard input')
    .option('--live', 'what the portal last saw the server offer')
    .option('--changelog <text>', 'what changed, in Markdown')
    .option('--changelog-file <file>', 'the same, from a file')
    .option('--server-json <file>', 'the official server.json of this version')
    .option('--dry-run', 'say what would happen, and change nothing')
    .option(
      '--override-reason <text>',
      'platform admins: publish what the gate refuses',
    )
    .option(
      '--accept <id>',
      'platform admins: take this undecided change for harmless (repeatable, or separated by commas)',
      collect,
    )
    .option('--accept-reason <text>', 'why they are harmless');
  addServerOptions(addFormatOptions(command))
    .addHelpText(
      'after',
      `
Exit codes:
  0  published, or published already with this very contract
  1  refused: the changes, the smallest version that would do, and who breaks
  2  anything else: standard error says what, and what to do

Examples:
  mcp-portal publish --server billing --version 1.4.0 --contract contract.json
  mcp-portal publish --server billing --version 1.4.0 --dry-run --markdown -- node build/index.js
  mcp-portal publish --server api:payments/billing --version 2.0.0 --live --changelog-file CHANGES.md
`,
    )
    .action(async (options: PublishOptions) => {
      await publish(options, context);
    });
}

async function publish(
  options: PublishOptions,
  context: Context,
): Promise<void> {
  const { io, exit } = context;
  checkVersion(options.version);
  const portal = connectPortal(options, context);
  const request = await readRequest(options, context);
  const publication = publicationOf(
    await portal.publish(options.server, request),
    options,
  );
  io.stdout.write(written(publication, options, context));
  const isRefused = /refuse/.test(publication.outcome);
  exit(isRefused ? EXIT.found : EXIT.ok);
}

async function readRequest(
  options: PublishOptions,
  context: Context,
): Promise<PublishRequest> {
  const { io } = context;
  const { overrideReason, acceptReason, serverJson } = options;
  const changes = options.accept?.flatMap(ids => ids.split(','));
  if ((changes === undefined) !== (acceptReason === undefined)) {
    throw new CliError('--accept and --accept-reason go together: give both.');
  }
  return {
    version: options.version,
    contract: await readContract(options, context),
    changelog: await readChangelog(options, context),
    serverJson:
      serverJson === undefined
        ? undefined
        : await readObject(
            serverJson,
            io.stdin,
            '{"name": "com.example/billing", "description": "…", "version": "1.4.0"}',
          ),
    override:
      overrideReason === undefined ? undefined : { reason: overrideReason },
    accept:
      changes === undefined || acceptReason === undefined
        ? undefined
        : { changes, reason: acceptReason },
    dryRun: options.dryRun,
  };
}

async function readContract(
  options: PublishOptions,
  context: Context,
): Promise<PublishRequest['contract']> {
  const obtained = await obtainContract(
    { ...options, file: options.contract },
    context,
  );
  if (Boolean(obtained) === Boolean(options.live)) {
    throw new CliError(
      "Say what to publish, once: --contract FILE, --live, --url URL, or a server's command after '--'.",
    );
  }
  if (obtained?.toolsOnly) {
    throw new CliError(
      `${obtained.name} has tools only: published, it would promise that there is nothing else. Write the whole contract with 'mcp-portal snapshot'.`,
    );
  }
  return obtained ? obtained.snapshot.contract : 'live';
}

async function readChangelog(
  { changelog, changelogFile }: PublishOptions,
  { io }: Context,
): Promise<string | undefined> {
  if (changelogFile === undefined) {
    return changelog;
  }
  if (changelog !== undefined) {
    throw new CliError(
      'Give either --changelog or --changelog-file, not both.',
    );
  }
  return readInput(changelogFile, io.stdin);
}

function written(
  publication: Publication,
  options: FormatOptions,
  { io }: Context,
): string {
  if (options.json) {
    return `${JSON.stringify(publication, undefined, 2)}\n`;
  }
  return options.markdown
    ? publicationMarkdown(publication)
    : publicationText(publication, styleFor(io));
}
