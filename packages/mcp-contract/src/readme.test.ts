import { readFileSync } from 'fs';
import { join } from 'path';

import { CONVENTIONS } from './conventions';
import { CHANGE_RULES } from './diff';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

/** The cells of the table whose first column has that title, code unmarked. */
function tableOf(firstColumn: string): string[][] {
  const lines = readme.split('\n');
  const head = lines.findIndex(line => line.startsWith(`| ${firstColumn} `));
  const rest = lines.slice(head + 2);
  const end = rest.findIndex(line => !line.startsWith('|'));
  return rest.slice(0, end).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
}

describe('The README', () => {
  it('lists every rule of the comparison', () => {
    expect(tableOf('rule')).toEqual(
      CHANGE_RULES.map(({ id, class: changeClass, undecided, title }) => [
        `\`${id}\``,
        undecided ? 'undecided' : changeClass,
        title,
      ]),
    );
  });

  it('lists every convention', () => {
    expect(tableOf('convention')).toEqual(
      CONVENTIONS.map(({ id, severity, title, options }) => [
        `\`${id}\``,
        severity,
        title,
        Object.entries(options)
          .map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``)
          .join(', '),
      ]),
    );
  });
});
