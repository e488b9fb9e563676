import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder with the given files, gone when the test ends. */
export async function makeFolder(t, files = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mcp-portal-launcher-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(
      join(folder, path),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return folder;
}

/** Something to write to that remembers what was written. */
export function memoryOutput({ isTTY = false } = {}) {
  const output = { isTTY, columns: 80, text: '' };
  output.write = text => {
    output.text += text;
  };
  return output;
}
