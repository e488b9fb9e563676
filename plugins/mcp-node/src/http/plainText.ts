/** Text is cut to this before a pattern looks at it. */
const MAX_CONSIDERED = 4_000;

/**
 * Text that somebody else wrote, fit for a log line and a page: on one line,
 * without control, formatting or bidirectional characters, and cut.
 * @public
 */
export function plainText(text: string, maxLength: number): string {
  const line = text
    .slice(0, MAX_CONSIDERED)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= maxLength
    ? line
    : `${characters.slice(0, maxLength - 1).join('')}…`;
}
