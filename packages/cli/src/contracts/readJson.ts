import type { Readable } from 'node:stream';

import { CliError } from '../CliError';
import { quote } from '../output/plainText';
import { inputName, readInput } from './readInput';

/**
 * Reads a JSON file, or standard input for `-`.
 *
 * @throws CliError when it can't be read, or is no JSON: with the line
 */
export async function readJson(
  file: string,
  stdin: Readable,
): Promise<unknown> {
  const text = await readInput(file, stdin);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(
      `${inputName(file)} is no JSON: ${whatIsWrong(error, text)}`,
    );
  }
}

/** Not the engine's own sentence, which quotes the file. */
function whatIsWrong(error: unknown, text: string): string {
  const { message } = error as SyntaxError;
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position !== undefined && Number(position) < text.trimEnd().length) {
    const lines = text.slice(0, Number(position)).split('\n');
    return `see line ${lines.length}, column ${
      lines[lines.length - 1].length + 1
    }. Correct it, or write it again.`;
  }
  const [, token] = /^Unexpected token '(.+?)'/s.exec(message) ?? [];
  return token === undefined
    ? 'it ends in the middle. Was it cut off? Write it again.'
    : `there is a ${quote(token)} where none can be. Is it the right file?`;
}
