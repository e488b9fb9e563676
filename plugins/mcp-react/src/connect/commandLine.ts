/**
 * The words of a simple command line, or undefined where a shell would do more
 * than split it: then nobody but the shell can say what it means.
 */
export function splitCommandLine(line: string): string[] | undefined {
  const words: string[] = [];
  const pattern =
    /\s*(?:"([^"\\$`]*)"|'([^']*)'|([^\s"'\\|&;<>()$`*?]+))(?=\s|$)/y;
  const text = line.trim();
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match || match.index !== at) {
      return undefined;
    }
    words.push(match[1] ?? match[2] ?? match[3]);
  }
  return words.length > 0 ? words : undefined;
}
