import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { prerelease, rsort, valid } from 'semver';
import type { HistoryServer } from './servers';

const run = promisify(execFile);

const INSTALL_TIMEOUT_MS = 240_000;

/** The published versions of a package, the oldest first, without pre-releases. */
export async function publishedVersions(name: string): Promise<string[]> {
  const { stdout } = await run('npm', ['view', name, 'versions', '--json'], {
    maxBuffer: 16 * 1024 * 1024,
  });
  const versions: string[] = [JSON.parse(stdout)].flat();
  return rsort(
    versions.filter(version => valid(version) && !prerelease(version)),
  ).reverse();
}

/**
 * Installs one version into a folder, without running any of its scripts.
 *
 * @param companions - other packages at a given version, which its own
 *   dependencies then share
 * @returns the file that starts it
 */
export async function installVersion(
  server: HistoryServer,
  version: string,
  folder: string,
  companions: string[],
): Promise<string> {
  await run(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=error',
      `${server.name}@${version}`,
      ...companions,
    ],
    { timeout: INSTALL_TIMEOUT_MS, maxBuffer: 16 * 1024 * 1024 },
  ).catch(error => {
    throw new Error(`npm can't install it: ${firstNpmError(error)}`);
  });
  const home = join(folder, 'node_modules', ...server.name.split('/'));
  const { bin } = JSON.parse(
    await readFile(join(home, 'package.json'), 'utf8'),
  ) as { bin?: string | Record<string, string> };
  const programs = typeof bin === 'string' ? { bin } : bin ?? {};
  const program =
    programs[server.program ?? basename(server.name)] ??
    Object.values(programs)[0];
  if (!program) {
    throw new Error('it has no program to start');
  }
  return join(home, program);
}

function firstNpmError(error: { stderr?: string; message: string }): string {
  const lines = (error.stderr ?? '')
    .split('\n')
    .map(line => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter(line => line && !line.startsWith('code '));
  return lines[0] ?? error.message.split('\n')[0];
}
