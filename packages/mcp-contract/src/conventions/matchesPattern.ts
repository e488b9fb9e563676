import { RE2JS } from 're2js';

/**
 * Whether a text has a match of a pattern, in time that grows with the text
 * only. `^` and `$` ask for all of it.
 *
 * @throws when the pattern is none of RE2
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return RE2JS.compile(pattern).matcher(text).find();
}
