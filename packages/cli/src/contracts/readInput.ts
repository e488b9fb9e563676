import fs from 'node:fs';
import type { Readable } from 'node:stream';

import { CliError } from '../CliError';
import { plainText } from '../output/plainText';

/** Three times the largest contract, for white space. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024;

/** What a file is called in messages. */
export function inputName(file: string): string {
  return file === '-' ? 'Standard input' : plainText(file, 200);
}

/**
 * Reads a text file, or standard input for `-`, and no more than it may.
 *
 * @throws CliError when it can't be read, is empty, too large, or no text
 */
export async function readInput(
  file: string,
  stdin: Readable,
): Promise<string> {
  const bytes = await readBytes(file, stdin);
  const text = decode(bytes, inputName(file));
  if (!text.trim()) {
    throw new CliError(
      `${inputName(file)} is empty. Did the command that wrote it fail?`,
    );
  }
  return text;
}

async function readBytes(file: string, stdin: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream = file === '-' ? stdin : fs.createReadStream(file);
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > MAX_INPUT_BYTES) {
        stream.destroy();
        throw new CliError(
          `${inputName(file)} is larger than ${
            MAX_INPUT_BYTES / 1024 / 1024
          } MiB, which no contract is. Is it the right file?`,
        );
      }
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof CliError ? error : couldNotRead(file, error);
  }
  return Buffer.concat(chunks);
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file. Check the path',
  EISDIR: 'it is a folder. Name a file in it',
  EACCES: 'it may not be read. Check its permissions',
};

function couldNotRead(file: string, error: unknown): CliError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new CliError(
    `${inputName(file)} can't be read: ${
      REASONS[code] ?? `${code}. Check the path`
    }.`,
  );
}

/** UTF-8, or UTF-16 as some shells write it, by its byte order mark. */
function decode(bytes: Buffer, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(
      `${name} is no text in UTF-8. Give a JSON file, not an archive or a program.`,
    );
  }
}
