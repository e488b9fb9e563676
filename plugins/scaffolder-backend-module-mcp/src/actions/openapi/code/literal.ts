const INDENT = '  ';
const MAX_LINE = 72;

/**
 * A JSON value as TypeScript: whatever texts it holds, they stay texts. Keys
 * are bare where they can be, and what fits on a line is on one.
 */
export function literal(value: unknown, depth = 0): string {
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map(item => literal(item, depth + 1))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${keyOf(key)}: ${literal(member, depth + 1)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) {
    return `${open}${close}`;
  }
  const space = isList ? '' : ' ';
  const line = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (!line.includes('\n') && line.length + depth * INDENT.length <= MAX_LINE) {
    return line;
  }
  const inner = INDENT.repeat(depth + 1);
  const lines = parts.map(part => `${inner}${part},\n`).join('');
  return `${open}\n${lines}${INDENT.repeat(depth)}${close}`;
}

/** In the quotes that need less escaping. */
export function quoted(text: string): string {
  const json = JSON.stringify(text)
    // Lines to an editor, though not to the language.
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return text.includes("'")
    ? json
    : `'${json
        .slice(1, -1)
        .replace(/\\(.)/g, (whole, character) =>
          character === '"' ? '"' : whole,
        )}'`;
}

/** On one line, and unable to end the comment that it is in. */
export function inComment(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('*/', '*\\/')
    .trim();
}

function keyOf(key: string): string {
  if (key === '__proto__') {
    // Bare, it would set the prototype.
    return `['${key}']`;
  }
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}
