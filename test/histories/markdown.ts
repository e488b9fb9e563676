/** A table; every row as long as the header. */
export function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

/** What a server wrote is text here, never markup. */
export function plainText(foreign: string): string {
  return foreign
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#$~]/g, '\\$&')
    .trim();
}
