import { apiTokenFrom } from '../apiToken.mjs';
import {
  dataFolderOf,
  lockDataFolder,
  prepareDataFolder,
} from '../dataFolder.mjs';
import { ensureDependencies } from '../install.mjs';
import { formatSeconds } from '../phases.mjs';
import { portFrom, requireFreePort } from '../ports.mjs';
import { startPortal } from '../portal.mjs';
import {
  configFiles,
  DEFAULT_IDENTITY_PORT,
  DEFAULT_PORT,
  portalEnvironment,
} from '../portalConfig.mjs';
import { ensureWebApp } from '../webApp.mjs';

export async function run({ root, phases, processes }) {
  const port = portFrom(process.env, 'PORT', DEFAULT_PORT);
  const identityPort = portFrom(
    process.env,
    'IDENTITY_PORT',
    DEFAULT_IDENTITY_PORT,
  );
  const dataFolder = dataFolderOf(root);
  const configs = configFiles(root, { apiToken: apiTokenFrom(process.env) });
  const env = portalEnvironment({ root, port, identityPort, dataFolder });

  // What would stop the start in the end is said before the minutes that an install may take.
  await prepareDataFolder(root, dataFolder);
  const unlock = await lockDataFolder(dataFolder, { url: env.PORTAL_URL });
  processes.atEnd(unlock);
  await requireFreePort(port, { what: 'the portal', variable: 'PORT' });
  await requireFreePort(identityPort, {
    what: 'the sample sign-in',
    variable: 'IDENTITY_PORT',
  });

  await ensureDependencies({ root, phases, processes });
  await ensureWebApp({ root, phases, processes });
  const portal = await startPortal({
    root,
    env,
    configs,
    dataFolder,
    phases,
    processes,
    onProblem: line => phases.say(line),
  });

  phases.say(`
  The portal is ready at ${portal.url} (after ${formatSeconds(
    phases.elapsedMs(),
  )}).
  To sign in: click "Sign in", then pick a person of the sample organisation.
  Logs are in ${dataFolder}/logs. Ctrl-C stops everything.
`);
  throw await portal.ended;
}
