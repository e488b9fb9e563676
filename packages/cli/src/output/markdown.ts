/** What could break a table, a line or the page out of its place. */
const ACTIVE = /[&<>`*_[\]()|\\~$]/g;
const ACTIVE_IN_CODE = /[^\p{L}\p{N}\p{M} ,;/'"{}+=-]/gu;
/** After these, GitHub and GitLab make links, mentions and references. */
const REFERENCES = /([@#!%$&~:])(?=\S)|(www)(?=\.)/gi;
const ZERO_WIDTH_SPACE = '\u200b';
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function cut(text: string, maxLength: number): string {
  const characters = Array.from(text);
  return characters.length <= maxLength
    ? text
    : `${characters.slice(0, maxLength - 1).join('')}…`;
}

/**
 * A sentence that may have a server's names in it, as plain words: no markup,
 * no link, no mention, on one line.
 */
export function words(text: string, maxLength = 400): string {
  return cut(text.replace(UNSEEN, ' '), maxLength)
    .replace(REFERENCES, `$&${ZERO_WIDTH_SPACE}`)
    .replace(ACTIVE, entity);
}

/**
 * A name or a value within a line. An HTML element rather than backticks:
 * those can't hold a pipe in every dialect's table.
 */
export function code(text: string, maxLength = 120): string {
  const shown = cut(text.replace(UNSEEN, ' '), maxLength);
  return `<code>${shown
    .replace(/@/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(ACTIVE_IN_CODE, entity)}</code>`;
}

/** A block, in which nothing is active; its fence is longer than any inside. */
export function block(
  text: string,
  language: string,
  maxLength = 4_000,
): string {
  const shown = cut(text.replace(/[\p{Cf}\p{Cs}]/gu, ''), maxLength);
  const longest = Math.max(
    2,
    ...(shown.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A part that opens on a click. */
export function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
