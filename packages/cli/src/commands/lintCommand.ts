import {
  checkConventions,
  type ConventionReport,
  type ConventionSettings,
} from '@mcp-portal/mcp-contract';
import { Command, InvalidArgumentError } from 'commander';

import { CliError, EXIT } from '../CliError';
import { countTokens } from '../contracts/countTokens';
import { lintMarkdown } from '../output/lintMarkdown';
import { lintText } from '../output/lintText';
import { styleFor } from '../output/style';
import { addFormatOptions, FormatOptions } from './addFormatOptions';
import { addServerOptions, ServerOptions } from './addServerOptions';
import type { Context } from './Context';
import { obtainContract, Obtained } from './obtainContract';
import { namingTheFile, readObject } from './readSettings';

const MAX_FINDINGS = 1_000;

interface LintOptions extends FormatOptions, ServerOptions {
  config?: string;
  serverName?: string;
  version?: string;
  minScore?: number;
  probe: boolean;
}

export function addLintCommand(program: Command, context: Context): void {
  const command = program
    .command('lint')
    .summary('check a contract against the conventions')
    .description(
      'Checks a contract against the conventions: names, descriptions, annotations, output schemas, the size of the tool list. Of a live server also its version, how it declares its authorization, and how it refuses an unknown tool.',
    )
    .usage('[options] (CONTRACT | --url URL | -- COMMAND ARGS…)')
    .argument(
      '[contract]',
      'a file as `snapshot` writes it; - is standard input',
    )
    .option(
      '--config <file>',
      "JSON of a convention's id and what is wanted of it: {severity, options}",
    )
    .option('--server-name <name>', 'the name that it is published under')
    .option('--version <version>', 'the version that it is published as')
    .option('--min-score <score>', 'fail below this score, 0 to 100', readScore)
    .option(
      '--no-probe',
      'of a live server: call no unknown tool, and send nothing without headers',
    );
  addServerOptions(addFormatOptions(command))
    .addHelpText(
      'after',
      `
Exit codes:
  0  no convention of severity error is broken
  1  one is, or the score is below --min-score
  2  could not be checked: standard error says why

Examples:
  mcp-portal lint contract.json
  mcp-portal lint --version 1.4.0 --min-score 80 -- node build/index.js
  mcp-portal lint contract.json --config conventions.json --markdown

A conventions.json:
  {"output-schema": {"severity": "error"}, "tool-list-size": {"severity": "off"}}
`,
    )
    .action(async (file: string | undefined, options: LintOptions) => {
      await lint(file, options, context);
    });
}

async function lint(
  file: string | undefined,
  options: LintOptions,
  context: Context,
): Promise<void> {
  const { io, exit } = context;
  const settings = await readSettings(options.config, context);
  const obtained = await obtainContract({ ...options, file }, context);
  if (!obtained) {
    throw new CliError(
      "Say what to check: a contract's file, --url URL, or a server's command after '--'.",
    );
  }
  const report = check(obtained, options, settings);
  io.stdout.write(written(report, options, context));
  const tooLow =
    options.minScore !== undefined && report.score < options.minScore;
  const hasErrors = report.conventions.some(
    one => one.severity === 'error' && one.outcome === 'broken',
  );
  exit(hasErrors || tooLow ? EXIT.found : EXIT.ok);
}

function check(
  { snapshot: { contract }, live }: Obtained,
  options: LintOptions,
  settings: ConventionSettings,
): ConventionReport {
  const subject = {
    contract,
    serverName: options.serverName,
    version: options.version,
    serverInfo: live?.serverInfo,
    unknownTool: live?.unknownTool,
    auth: live?.auth,
    toolListTokens: countTokens(contract),
  };
  return namingTheFile(options.config ?? '', () =>
    checkConventions(subject, settings, { maxFindings: MAX_FINDINGS }),
  );
}

async function readSettings(
  file: string | undefined,
  { io }: Context,
): Promise<ConventionSettings> {
  return file === undefined
    ? {}
    : ((await readObject(
        file,
        io.stdin,
        '{"output-schema": {"severity": "error"}}',
      )) as ConventionSettings);
}

function written(
  report: ConventionReport,
  options: FormatOptions,
  { io }: Context,
): string {
  if (options.json) {
    return `${JSON.stringify(report, undefined, 2)}\n`;
  }
  return options.markdown
    ? lintMarkdown(report)
    : lintText(report, styleFor(io));
}

function readScore(text: string): number {
  const score = Number(text);
  if (!text.trim() || !(score >= 0 && score <= 100)) {
    throw new InvalidArgumentError('Give a number from 0 to 100.');
  }
  return score;
}
