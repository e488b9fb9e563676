import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A folder of its own, with these files in it; gone after the tests. */
export async function makeFolder(
  files: { [path: string]: string | Buffer } = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mcp-templates-test-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

/** Lets a file be run. */
export async function makeExecutable(path: string): Promise<void> {
  await chmod(path, 0o755);
}

afterAll(async () => {
  for (const folder of made.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
});
