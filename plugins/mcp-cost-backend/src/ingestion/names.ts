import { plainText } from '@mcp-portal/plugin-mcp-node';

import { RefusedError } from './RefusedError';

/** How long the names of things may be. */
export const MAX_LENGTH = {
  agent: 200,
  environment: 100,
  id: 200,
  model: 200,
  provider: 100,
  server: 2_000,
  team: 200,
  tool: 200,
  unit: 100,
  user: 200,
} as const;

const MAX_ERROR_TYPE = 128;

/** Text that `plainText` would leave as it is; nearly all names are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A name that somebody sent, fit for tables and pages: on one line, without
 * control characters.
 *
 * @param what - names it in the refusal
 * @returns undefined when nothing is left of it
 * @throws RefusedError when it is longer than such a name may be
 */
export function cleanName(
  text: string,
  what: string,
  maxLength: number,
): string | undefined {
  if (text.length > maxLength) {
    throw new RefusedError(
      'invalid',
      `${what} has ${text.length} characters, and may have ${maxLength}`,
    );
  }
  return (PLAIN.test(text) ? text : plainText(text, maxLength)) || undefined;
}

/** What kind of error it was; a word, so what is longer is cut. */
export function cleanErrorType(text: string): string | undefined {
  return (
    (text.length <= MAX_ERROR_TYPE && PLAIN.test(text)
      ? text
      : plainText(text, MAX_ERROR_TYPE)) || undefined
  );
}
