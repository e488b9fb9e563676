import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '@mcp-portal/launcher/src/failure.mjs';
import { unpackChromium } from './bundledChromium.mjs';

const CHECK_TIMEOUT_MS = 15_000;
const DOWNLOAD_TIMEOUT_MS = 120_000;
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chromium-headless-shell',
];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const execFileAsync = promisify(execFile);

/**
 * Finds or installs a Chromium, with what needs least from the machine first. The one that comes with the workspace
 * is the same everywhere, fonts included; the others follow where it does not run.
 *
 * @returns {Promise<{ executablePath: string, environment: Record<string, string> }>}
 */
export async function provideBrowser({
  root,
  phases,
  processes,
  env = process.env,
}) {
  let browser;
  await phases.run('Chromium', async phase => {
    const sources = [
      () => chosen(env),
      () => unpackChromium({ root }),
      () => downloadedByPlaywright(root),
      () => onTheSystem(env),
      () => downloadWithPlaywright({ root, phase, processes }),
      () => installFromDebian({ env, phase, processes }),
    ];
    for (const source of sources) {
      const candidate = await source();
      const version = candidate && (await versionOf(candidate));
      if (version) {
        browser = candidate;
        return version;
      }
    }
    throw new Failure(
      'There is no Chromium for the tests, and none could be installed. Install one and name it in CHROMIUM_PATH.',
    );
  });
  return browser;
}

function chosen(env) {
  if (!env.CHROMIUM_PATH) {
    return undefined;
  }
  if (!existsSync(env.CHROMIUM_PATH)) {
    throw new Failure(
      `CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which does not exist.`,
    );
  }
  return { executablePath: env.CHROMIUM_PATH, environment: {} };
}

function onTheSystem(env) {
  const folders = (env.PATH ?? '').split(delimiter);
  const paths = [
    ...NAMES.flatMap(name => folders.map(folder => join(folder, name))),
    ...MAC_APPS,
  ];
  const executablePath = paths.find(existsSync);
  return executablePath && { executablePath, environment: {} };
}

function downloadedByPlaywright(root) {
  const { chromium } = createRequire(join(root, 'test', 'package.json'))(
    '@playwright/test',
  );
  const executablePath = chromium.executablePath();
  return existsSync(executablePath)
    ? { executablePath, environment: {} }
    : undefined;
}

async function downloadWithPlaywright({ root, phase, processes }) {
  phase.progress('asking Playwright for one');
  const child = processes.start({
    name: 'playwright install',
    command: process.execPath,
    args: [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'install',
      'chromium',
    ],
    onLine: () => {},
  });
  // Where downloads are blocked, it may wait for a very long time.
  const timer = setTimeout(child.stop, DOWNLOAD_TIMEOUT_MS);
  await child.ended;
  clearTimeout(timer);
  return downloadedByPlaywright(root);
}

async function installFromDebian({ env, phase, processes }) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  phase.progress("installing Debian's package");
  for (const args of [
    ['update'],
    [
      'install',
      '--yes',
      '--no-install-recommends',
      'chromium',
      'fonts-open-sans',
      'fonts-dejavu-core',
    ],
  ]) {
    await processes.run({
      name: 'apt-get',
      command: '/usr/bin/apt-get',
      args,
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      onLine: () => {},
    });
  }
  return onTheSystem(env);
}

/** A browser that can't say its version (a missing library, a stub that points to another package) is none. */
async function versionOf({ executablePath, environment }) {
  try {
    const { stdout } = await execFileAsync(executablePath, ['--version'], {
      timeout: CHECK_TIMEOUT_MS,
      env: { ...process.env, ...environment },
    });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
