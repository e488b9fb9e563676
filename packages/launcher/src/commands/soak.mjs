import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../failure.mjs';
import { ensureDependencies } from '../install.mjs';

const USUAL_MINUTES = 10;

/** Sends usage while the backend and PostgreSQL are killed, and counts what is left. */
export async function run({ root, args, phases, processes }) {
  const [given = USUAL_MINUTES] = args.filter(arg => arg !== '--');
  const minutes = Number(given);
  if (!(minutes >= 1)) {
    throw new Failure(
      `"${given}" is no number of minutes; give one from 1 on, such as 10.`,
    );
  }
  await ensureDependencies({ root, phases, processes });
  const { soak } = await import(
    pathToFileURL(join(root, 'test', 'soak', 'main.mjs')).href
  );
  return soak({ root, minutes, phases, processes });
}
