import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { createBackendLogReader } from './backendLog.mjs';
import { ensureSampleAgentKey } from './sampleAgentKey.mjs';
import { transformArguments } from './transform.mjs';
import { endedFailure, waitUntilReady } from './ready.mjs';

const IDENTITY_TIMEOUT_MS = 60_000;
const BACKEND_TIMEOUT_MS = 180_000;

/**
 * Starts the sample sign-in and then the backend, which serves the web app too. The sign-in comes first because the
 * backend asks it for its addresses when it starts.
 *
 * @returns {Promise<{ url: string, ended: Promise<Error> }>} `ended` resolves with the reason when either process ends
 */
export async function startPortal({
  root,
  env,
  configs,
  dataFolder,
  phases,
  processes,
  onProblem = () => {},
}) {
  const logs = join(dataFolder, 'logs');
  await fs.mkdir(logs, { recursive: true });
  const identityUrl = env.IDENTITY_URL;

  const identity = service({
    root,
    env,
    processes,
    logs,
    name: 'The sample sign-in',
    log: 'sample-identity',
    workspace: 'packages/sample-identity',
    entry: 'src/main.ts',
  });
  await phases.run('Sign-in', async () => {
    await waitUntilReady({
      ...identity,
      url: `${identityUrl}/.well-known/openid-configuration`,
      timeoutMs: IDENTITY_TIMEOUT_MS,
    });
    return identityUrl;
  });

  const log = createBackendLogReader({ onError: onProblem });
  const backend = service({
    root,
    env: { ...env, SAMPLE_AGENT_KEY: await ensureSampleAgentKey(dataFolder) },
    processes,
    logs,
    name: 'The backend',
    log: 'backend',
    workspace: 'packages/backend',
    entry: 'src/index.ts',
    args: configs.flatMap(file => ['--config', join(root, file)]),
    onLine: log.read,
  });
  await phases.run('Portal', async phase => {
    phase.progress('starting the backend');
    await waitUntilReady({
      ...backend,
      url: `${env.PORTAL_BACKEND_URL}/.backstage/health/v1/readiness`,
      timeoutMs: BACKEND_TIMEOUT_MS,
      failure: log.startupFailure,
    });
    return env.PORTAL_URL;
  });

  return {
    url: env.PORTAL_URL,
    ended: Promise.race(
      [identity, backend].map(async one =>
        endedFailure({
          ...one,
          ended: await one.child.ended.catch(error => ({ error })),
        }),
      ),
    ),
    stop: async () => {
      await backend.child.stop();
      await identity.child.stop();
    },
  };
}

/** Runs a package of the workspace from its TypeScript source, as `backstage-cli package start` does, but without its watcher. */
function service({
  root,
  env,
  processes,
  logs,
  name,
  log,
  workspace,
  entry,
  args = [],
  onLine = () => {},
}) {
  const logFile = join(logs, `${log}.log`);
  const child = processes.start({
    name,
    command: process.execPath,
    args: [...transformArguments(root), entry, ...args],
    cwd: join(root, workspace),
    env,
    logFile,
    onLine,
  });
  return { child, logFile };
}
