import { CliError } from '../CliError';
import { plainText } from '../output/plainText';
import type { Secrets } from './Secrets';

const LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*)$/s;
/** A word of a value that is in the environment, and not in the process list. */
const REFERENCE = /(^|[ \t])env:([A-Za-z_][A-Za-z0-9_]*)(?=[ \t]|$)/g;

/**
 * Reads `--header` lines. A word `env:NAME` stands for the value of that
 * variable; every value is remembered as a secret.
 *
 * @throws CliError when a line is no header, or a variable is not set; without
 *   the value, which may be a credential
 */
export function readHeaders(
  lines: readonly string[],
  options: {
    env: { readonly [name: string]: string | undefined };
    secrets: Secrets;
  },
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name, written] = LINE.exec(line) ?? [];
    if (name === undefined) {
      throw new CliError(
        "A --header has no name: write it as 'Name: value', in quotes.",
      );
    }
    const value = written.replace(
      REFERENCE,
      (_, before: string, variable: string) =>
        before + requireVariable(options.env, variable, name),
    );
    options.secrets.add(value);
    headers[name] = checked(name, value);
  }
  return headers;
}

function requireVariable(
  env: { readonly [name: string]: string | undefined },
  variable: string,
  header: string,
): string {
  const value = env[variable];
  if (!value) {
    throw new CliError(
      `The header ${plainText(
        header,
        60,
      )} refers to env:${variable}, but ${variable} is not set. Set it, or correct the name.`,
    );
  }
  return value;
}

function checked(name: string, value: string): string {
  try {
    return new Headers({ [name]: value }).get(name) ?? '';
  } catch {
    throw new CliError(
      `The value of the header ${plainText(
        name,
        60,
      )} can't be sent: it has a line break or a character outside Latin-1. Is the variable complete?`,
    );
  }
}
