import { Command, Option } from 'commander';

/** How a result is written; text when neither is wanted. */
export interface FormatOptions {
  json?: boolean;
  markdown?: boolean;
}

export function addFormatOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--json', 'write JSON, for programs').conflicts('markdown'),
    )
    .option('--markdown', 'write Markdown, for the comment of a pull request');
}
