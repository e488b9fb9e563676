import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from '../install.mjs';
import { transformArguments } from '../transform.mjs';

/** Runs the benchmark with a PostgreSQL server of its own. */
export async function run({ root, args, phases, processes }) {
  await ensureDependencies({ root, phases, processes });
  const { startPostgres } = await import(
    pathToFileURL(join(root, 'test', 'run', 'postgres.mjs')).href
  );
  const postgres = await startPostgres({ root, phases, processes });
  const { code } = await processes.run({
    name: 'the benchmark',
    command: process.execPath,
    args: [
      ...transformArguments(root),
      join('bench', 'run.ts'),
      ...args.filter(arg => arg !== '--'),
    ],
    cwd: join(root, 'test'),
    env: { ...process.env, BENCH_POSTGRES_URL: postgres.url },
  });
  return code ?? 1;
}
