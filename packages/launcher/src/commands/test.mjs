import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from '../install.mjs';

/** Provides the dependencies, then hands over to the test command, which may use them. */
export async function run({ root, args, phases, processes }) {
  await ensureDependencies({ root, phases, processes });
  const entry = pathToFileURL(join(root, 'test', 'run', 'main.mjs'));
  const { runTests } = await import(entry.href);
  return runTests({ root, args, phases, processes });
}
