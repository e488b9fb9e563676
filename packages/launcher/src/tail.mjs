const MAX_LINES = 60;

/** Keeps the last lines of a child's output, and passes each whole line on. */
export function createTail({ onLine, maxLines = MAX_LINES } = {}) {
  const lines = [];
  let rest = '';

  function push(line) {
    lines.push(line);
    if (lines.length > maxLines) {
      lines.shift();
    }
    onLine?.(line);
  }

  return {
    add(text) {
      const parts = (rest + text).split(/\r?\n/);
      rest = parts.pop();
      parts.forEach(push);
    },
    text(count = maxLines) {
      return [...lines, ...(rest ? [rest] : [])].slice(-count).join('\n');
    },
  };
}
