/** Prints rows under a title, each column as wide as it has to be. */
export function printTable(
  title: string,
  header: string[],
  rows: string[][],
): void {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map(row => row[column].length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
      )
      .join('  ');
  process.stdout.write(
    [
      '',
      title,
      line(header),
      widths.map(width => '-'.repeat(width)).join('  '),
      ...rows.map(line),
      '',
    ].join('\n'),
  );
}
