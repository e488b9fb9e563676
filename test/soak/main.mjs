import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@mcp-portal/launcher/src/ports.mjs';
import { transformArguments } from '@mcp-portal/launcher/src/transform.mjs';
import { startPostgres } from '../run/postgres.mjs';
import { keyEnvironment, makeKeys, soakConfig } from './soakConfig.mjs';

const MINUTE_MS = 60_000;
const PLUGIN_DATABASE = 'backstage_plugin_mcp-cost';

/**
 * Has agents send usage for some minutes, kills the backend each minute and PostgreSQL once, and counts at the end
 * what was sent, what was acknowledged, and what is stored.
 *
 * @returns the exit code: 0 when nothing acknowledged is missing, nothing is doubled, and the sums are those of the events
 */
export async function soak({ root, minutes, phases, processes }) {
  const postgres = await startPostgres({
    root,
    phases,
    processes,
    durable: true,
  });
  const folder = await mkdtemp(join(tmpdir(), 'mcp-portal-soak-'));
  processes.removeAtEnd(folder);
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, 'app-config.json');
  await writeFile(
    config,
    JSON.stringify(soakConfig({ url, port, postgresUrl: postgres.url })),
  );
  const keys = makeKeys();
  const environment = { ...process.env, ...keyEnvironment(keys) };
  const run = (name, entry, options) =>
    processes.start({
      name,
      command: process.execPath,
      args: [
        ...transformArguments(root),
        join('soak', entry),
        ...(options.args ?? []),
      ],
      cwd: join(root, 'test'),
      ...options.child,
    });
  let over = false;
  let backend;
  let starts = 0;
  // Whatever ends it, it is started again, as by whoever looks after it in production.
  const keepBackend = () => {
    starts += 1;
    backend = run('the backend', 'backend.ts', {
      args: ['--config', config],
      child: {
        env: environment,
        logFile: join(folder, `backend-${starts}.log`),
      },
    });
    backend.ended.then(() => !over && keepBackend());
  };
  keepBackend();
  const database = new URL(postgres.url);
  database.pathname = PLUGIN_DATABASE;
  const drive = run('the senders', 'drive.ts', {
    child: {
      env: {
        ...environment,
        SOAK_URL: `${url}/api/mcp-cost/v1/traces`,
        SOAK_DATABASE: database.href,
        SOAK_MINUTES: String(minutes),
      },
    },
  });
  const ended = drive.ended.finally(() => {
    over = true;
  });

  for (let minute = 1; minute < minutes && !over; minute++) {
    await Promise.race([ended, wait(MINUTE_MS)]);
    if (over) {
      break;
    }
    phases.say(`minute ${minute}: the backend is killed`);
    process.kill(-backend.pid, 'SIGKILL');
    if (minute === Math.floor(minutes / 2)) {
      await Promise.race([ended, wait(MINUTE_MS / 2)]);
      phases.say(`minute ${minute + 0.5}: PostgreSQL is stopped at once`);
      await postgres.restart();
    }
  }
  const { code } = await ended;
  phases.say(`The backend was started ${starts} times.`);
  return code ?? 1;
}

function wait(ms) {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
