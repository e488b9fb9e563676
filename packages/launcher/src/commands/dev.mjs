import { join } from 'node:path';
import { apiTokenFrom } from '../apiToken.mjs';
import {
  dataFolderOf,
  lockDataFolder,
  prepareDataFolder,
} from '../dataFolder.mjs';
import { ensureDependencies } from '../install.mjs';
import { portFrom, requireFreePort } from '../ports.mjs';
import {
  configFiles,
  DEFAULT_IDENTITY_PORT,
  DEFAULT_PORT,
  portalEnvironment,
} from '../portalConfig.mjs';
import { endedFailure, waitUntilReady } from '../ready.mjs';
import { ensureSampleAgentKey } from '../sampleAgentKey.mjs';
import { transformArguments } from '../transform.mjs';

const DEFAULT_BACKEND_PORT = 7007;
const IDENTITY_TIMEOUT_MS = 60_000;

/** Backstage's own development servers, with their output on this terminal. */
export async function run({ root, phases, processes }) {
  const port = portFrom(process.env, 'PORT', DEFAULT_PORT);
  const backendPort = portFrom(
    process.env,
    'BACKEND_PORT',
    DEFAULT_BACKEND_PORT,
  );
  const identityPort = portFrom(
    process.env,
    'IDENTITY_PORT',
    DEFAULT_IDENTITY_PORT,
  );
  const dataFolder = dataFolderOf(root);
  const configs = configFiles(root, { apiToken: apiTokenFrom(process.env) });
  const env = portalEnvironment({
    root,
    port,
    backendPort,
    identityPort,
    dataFolder,
  });

  await prepareDataFolder(root, dataFolder);
  processes.atEnd(
    await lockDataFolder(dataFolder, {
      url: env.PORTAL_URL,
      backendUrl: env.PORTAL_BACKEND_URL,
    }),
  );
  env.SAMPLE_AGENT_KEY = await ensureSampleAgentKey(dataFolder);
  await requireFreePort(port, { what: 'the web app', variable: 'PORT' });
  await requireFreePort(backendPort, {
    what: 'the backend',
    variable: 'BACKEND_PORT',
  });
  await requireFreePort(identityPort, {
    what: 'the sample sign-in',
    variable: 'IDENTITY_PORT',
  });
  await ensureDependencies({ root, phases, processes });

  const logFile = join(dataFolder, 'logs', 'sample-identity.log');
  const identity = processes.start({
    name: 'The sample sign-in',
    command: process.execPath,
    args: ['--watch', ...transformArguments(root), 'src/main.ts'],
    cwd: join(root, 'packages', 'sample-identity'),
    env,
    logFile,
  });
  await phases.run('Sign-in', async () => {
    const url = `http://localhost:${identityPort}`;
    await waitUntilReady({
      child: identity,
      url: `${url}/.well-known/openid-configuration`,
      timeoutMs: IDENTITY_TIMEOUT_MS,
      logFile,
    });
    return url;
  });

  const servers = ['backend', 'app'].map(name =>
    processes.start({
      name: `packages/${name}`,
      command: process.execPath,
      args: [
        join(root, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
        'package',
        'start',
        ...configs.flatMap(file => ['--config', join(root, file)]),
      ],
      cwd: join(root, 'packages', name),
      env,
    }),
  );
  throw await Promise.race(
    [identity, ...servers].map(async child =>
      endedFailure({
        child,
        ended: await child.ended.catch(error => ({ error })),
        logFile: 'above',
      }),
    ),
  );
}
