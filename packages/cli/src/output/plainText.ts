/** Text is cut to this before a pattern looks at it. */
const MAX_CONSIDERED = 20_000;

/** What some build services take for a command to them, wherever it stands. */
const LOG_COMMAND = /##(?=\[|vso\[)/gi;

/**
 * Text that somebody else wrote, fit for a terminal and a log: on one line,
 * without control, formatting or bidirectional characters, and cut.
 */
export function plainText(text: string, maxLength: number): string {
  const line = text
    .slice(0, MAX_CONSIDERED)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(LOG_COMMAND, '# #')
    .trim();
  const characters = Array.from(line);
  return characters.length <= maxLength
    ? line
    : `${characters.slice(0, maxLength - 1).join('')}…`;
}

const MAX_QUOTE_LENGTH = 200;

/** Quoted, so that no one takes it for the program's own words. */
export function quote(text: string): string {
  return `"${plainText(text.replace(/"/g, "'"), MAX_QUOTE_LENGTH)}"`;
}
