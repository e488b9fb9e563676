import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const DOCS = join(__dirname, '..', '..', 'docs');

const BEGIN = '<!-- What follows is written by a script -->';
const END = '<!-- What was written by a script ends here -->';

/** Writes the part of a document that a script makes; what people wrote around it stays. */
export async function writeBetween(name: string, part: string): Promise<void> {
  const file = join(DOCS, name);
  const document = await readFile(file, 'utf8');
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`${file} must hold the lines "${BEGIN}" and "${END}"`);
  }
  await writeFile(
    file,
    `${document.slice(0, begin)}${BEGIN}\n\n${part}\n\n${document.slice(end)}`,
  );
  // It has no types of its own in this version, and a program is enough.
  await promisify(execFile)(process.execPath, [
    require.resolve('prettier/bin-prettier.js'),
    '--write',
    file,
  ]);
}
