import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import {
  fingerprint,
  readStamp,
  removeStamp,
  sourceFiles,
  writeStamp,
} from './fingerprint.mjs';
import { findCause } from './network.mjs';
import { configFiles } from './portalConfig.mjs';
import { withLocalDependencies } from './workspaces.mjs';

const LOG_TAIL_LINES = 40;
const NOT_IN_THE_BUILD =
  /\.(test|stories)\.[cm]?[jt]sx?$|\.md$|setupTests\.[jt]s$/;

/**
 * Builds the web app, unless its last build was made from the same sources. The served page gets its configuration
 * at run time, so addresses and titles need no build of their own.
 */
export async function ensureWebApp({ root, local = true, phases, processes }) {
  const configs = configFiles(root, { local });
  await phases.run('Web app', async phase => {
    const dist = join(root, 'packages', 'app', 'dist');
    const stamp = join(dist, '.built-from');
    const wanted = await webAppFingerprint(root, configs);
    if ((await readStamp(stamp)) === wanted) {
      return 'built';
    }
    await removeStamp(stamp);
    phase.progress('building');
    await build({ root, configs, processes });
    if (!existsSync(join(dist, 'index.html'))) {
      throw new Failure(
        'The web app was built, but packages/app/dist has no index.html.',
      );
    }
    await writeStamp(stamp, wanted);
    return 'built from its sources';
  });
}

/** Everything that decides what the build puts into packages/app/dist. */
export async function webAppFingerprint(
  root,
  configs,
  nodeVersion = process.version,
) {
  const packages = await withLocalDependencies(root, 'app');
  const sources = await Promise.all(
    packages.map(({ folder }) =>
      sourceFiles(folder, { accept: path => !NOT_IN_THE_BUILD.test(path) }),
    ),
  );
  const others = ['yarn.lock', 'tsconfig.json', ...configs].map(file =>
    join(root, file),
  );
  return fingerprint({
    root,
    files: [...sources.flat(), ...others.filter(existsSync)],
    values: [nodeVersion.split('.')[0]],
  });
}

async function build({ root, configs, processes }) {
  const logs = join(root, '.tools', 'logs');
  await fs.mkdir(logs, { recursive: true });
  const { code, tail } = await processes.run({
    name: 'the build of the web app',
    command: process.execPath,
    args: [
      join(root, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
      'package',
      'build',
      ...configs.flatMap(file => ['--config', join(root, file)]),
    ],
    cwd: join(root, 'packages', 'app'),
    env: { ...process.env, FORCE_COLOR: '0' },
    logFile: join(logs, 'web-app.log'),
  });
  if (code !== 0) {
    const cause = findCause(tail);
    throw new Failure(
      `The web app could not be built: ${
        cause ??
        `the build ended with ${code}. The whole log is in .tools/logs/web-app.log.`
      }`,
      {
        details: cause
          ? undefined
          : tail.split('\n').slice(-LOG_TAIL_LINES).join('\n'),
      },
    );
  }
}
