import {
  checkSeverities,
  SettingError,
  type CompareOptions,
} from '@mcp-portal/mcp-contract';
import type { Readable } from 'node:stream';

import { CliError } from '../CliError';
import { inputName } from '../contracts/readInput';
import { readJson } from '../contracts/readJson';

/**
 * Reads a file with the platform team's severities.
 *
 * @throws CliError when it has a rule or a class that there is not
 */
export async function readSeverities(
  file: string,
  stdin: Readable,
): Promise<CompareOptions['severities']> {
  const severities = (await readObject(
    file,
    stdin,
    '{"tool-description-changed": "cosmetic"}',
  )) as CompareOptions['severities'];
  namingTheFile(file, () => checkSeverities(severities));
  return severities;
}

/** Reads a JSON object; `example` says what it could look like. */
export async function readObject(
  file: string,
  stdin: Readable,
  example: string,
): Promise<object> {
  const json = await readJson(file, stdin);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new CliError(
      `${inputName(file)} holds no JSON object. Write for example ${example}.`,
    );
  }
  return json;
}

/** Says in which file a setting is wrong. */
export function namingTheFile<T>(file: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw error instanceof SettingError
      ? new CliError(`${inputName(file)}: ${error.message}`)
      : error;
  }
}
