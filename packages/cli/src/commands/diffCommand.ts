import {
  checkVersion,
  requiredBump,
  type Bump,
  type ContractDiff,
} from '@mcp-portal/mcp-contract';
import { Command } from 'commander';
import semver from 'semver';

import { CliError, EXIT } from '../CliError';
import { compareFiles, NamedContract } from '../contracts/compareFiles';
import { readContractFile } from '../contracts/readContractFile';
import { inputName } from '../contracts/readInput';
import { diffMarkdown } from '../output/diffMarkdown';
import { diffText } from '../output/diffText';
import { styleFor } from '../output/style';
import { addFormatOptions, FormatOptions } from './addFormatOptions';
import { collect } from './addServerOptions';
import type { Context } from './Context';
import { readSeverities } from './readSettings';

interface DiffOptions extends FormatOptions {
  accept?: string[];
  severities?: string;
  fromVersion?: string;
}

export function addDiffCommand(program: Command, context: Context): void {
  addFormatOptions(
    program
      .command('diff')
      .summary('compare two contracts: what changed, and whom it breaks')
      .description(
        'Compares two contracts and says what each change means to those who use the server. A file is what `snapshot` writes, the result of tools/list, or an array of tools; - is standard input.',
      )
      .argument('<old>', 'the contract as it was')
      .argument('<new>', 'the contract as it is'),
  )
    .option(
      '--accept <id>',
      'take this undecided change for harmless (repeatable, or separated by commas)',
      collect,
    )
    .option(
      '--severities <file>',
      "JSON of a rule's id and its class: breaking, additive, behavioural, cosmetic, ignore",
    )
    .option(
      '--from-version <version>',
      'the version of OLD: in 0.y.z a breaking change needs a minor version',
    )
    .addHelpText(
      'after',
      `
A change that can't be decided counts as breaking until it is accepted.

Exit codes:
  0  compatible
  1  breaking
  2  could not compare: standard error says why

Examples:
  mcp-portal diff published.json contract.json
  mcp-portal diff published.json contract.json --markdown > comment.md
  mcp-portal snapshot -- node build/index.js | mcp-portal diff published.json - --json
  mcp-portal diff old.json new.json --from-version 0.3.1 --accept 13da5a9ab3e9b6f3
`,
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      await diff(before, after, options, context);
    });
}

async function diff(
  oldFile: string,
  newFile: string,
  options: DiffOptions,
  context: Context,
): Promise<void> {
  const { io, rest, exit } = context;
  if (rest) {
    throw new CliError("diff takes two files, and nothing after '--'.");
  }
  if ([oldFile, newFile, options.severities].filter(one => one === '-')[1]) {
    throw new CliError(
      'Standard input can be one of the files only. Give the other by its path.',
    );
  }
  const { fromVersion } = options;
  if (fromVersion !== undefined) {
    checkVersion(fromVersion);
  }
  const read = async (file: string): Promise<NamedContract> => ({
    ...(await readContractFile(file, io.stdin)),
    name: inputName(file),
  });
  const compared = compareFiles(await read(oldFile), await read(newFile), {
    accepted: options.accept?.flatMap(ids => ids.split(',')),
    severities:
      options.severities === undefined
        ? undefined
        : await readSeverities(options.severities, io.stdin),
  });
  const result: ContractDiff = {
    ...compared.diff,
    requiredBump: requiredBump(compared.diff.verdict, fromVersion),
  };
  const notes = [
    ...compared.notes,
    ...nextVersion(result.requiredBump, fromVersion),
  ];
  io.stdout.write(written(result, notes, options, context));
  exit(result.verdict === 'breaking' ? EXIT.found : EXIT.ok);
}

function written(
  result: ContractDiff,
  notes: string[],
  options: FormatOptions,
  { io }: Context,
): string {
  if (options.json) {
    const { verdict, requiredBump: bump, changes } = result;
    return `${JSON.stringify(
      {
        verdict,
        requiredBump: bump,
        changes,
        ...(notes.length > 0 && { notes }),
      },
      undefined,
      2,
    )}\n`;
  }
  return options.markdown
    ? diffMarkdown(result, { notes })
    : diffText(result, { style: styleFor(io), notes });
}

function nextVersion(bump: Bump, from: string | undefined): string[] {
  const next =
    from === undefined || bump === 'none' || semver.prerelease(from)
      ? null
      : semver.inc(from, bump);
  return next === null ? [] : [`After ${from}, that is ${next} or above.`];
}
