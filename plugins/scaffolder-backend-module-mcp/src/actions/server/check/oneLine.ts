import type { Problems } from '../../../problems';

const MAX_CHARS = 300;

/**
 * Controls and marks that turn the direction of text: they are seen nowhere, and
 * go into code, commands and pages.
 */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Co}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/**
 * A sentence of the form on one line.
 *
 * @returns undefined when there is a problem
 */
export function oneLine(
  text: string,
  options: { field: string; minChars: number; problems: Problems },
): string | undefined {
  const { field, minChars, problems } = options;
  const line = text.replace(/[\s\u2028\u2029]+/gu, ' ').trim();
  if (line.length < minChars || line.length > MAX_CHARS) {
    problems.add(
      field,
      `it has ${line.length} characters; write one or two sentences, with ${minChars} to ${MAX_CHARS}.`,
    );
    return undefined;
  }
  if (HIDDEN.test(line)) {
    problems.add(
      field,
      'it has characters that are not seen; write it anew instead of pasting it.',
    );
    return undefined;
  }
  return line;
}
