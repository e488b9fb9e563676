import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AskError } from '../attempt/AskError';
import { packageName, StdioRule } from '../rules/StdioRule';

/**
 * Finds the program of a package that is installed with the backend: in the
 * node_modules seen from where the backend runs, or else from this plugin.
 *
 * @throws AskError when it is not there, or not at the version that is listed.
 */
export async function resolveInstalledPackage(
  rule: StdioRule,
  startingPoints: string[] = [
    process.cwd(),
    resolvePackagePath('@mcp-portal/plugin-mcp-registry-backend'),
  ],
): Promise<string> {
  if (!/^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(rule.identifier)) {
    throw new AskError('refused', `${rule.at}.identifier is no npm package.`);
  }
  const manifest = await findManifest(rule.identifier, startingPoints);
  if (!manifest) {
    throw new AskError(
      'refused',
      `${packageName(
        rule,
      )} is not installed. Add it to the dependencies of the portal's backend.`,
    );
  }
  if (manifest.version !== rule.version) {
    throw new AskError(
      'refused',
      `${rule.at} lists ${packageName(rule)}, but ${
        manifest.version
      } is installed. Install or list the other one.`,
    );
  }
  const program = path.resolve(manifest.directory, programOf(manifest, rule));
  if (!program.startsWith(manifest.directory + path.sep)) {
    throw new AskError(
      'refused',
      `${packageName(rule)} names a program outside of itself.`,
    );
  }
  return program;
}

interface Manifest {
  directory: string;
  version?: unknown;
  bin?: unknown;
}

async function findManifest(
  identifier: string,
  startingPoints: string[],
): Promise<Manifest | undefined> {
  const folders = startingPoints.flatMap(
    from =>
      createRequire(path.join(from, 'any.js')).resolve.paths(identifier) ?? [],
  );
  for (const folder of folders) {
    const directory = path.join(folder, identifier);
    const text = await fs
      .readFile(path.join(directory, 'package.json'), 'utf8')
      .catch(() => undefined);
    if (text !== undefined) {
      return { ...JSON.parse(text), directory };
    }
  }
  return undefined;
}

function programOf({ bin }: Manifest, rule: StdioRule): string {
  if (typeof bin === 'string') {
    return bin;
  }
  const programs = Object.entries((bin ?? {}) as Record<string, string>);
  const ownName = rule.identifier.split('/').pop();
  const program =
    programs.length === 1
      ? programs[0]
      : programs.find(([name]) => name === ownName);
  if (!program) {
    throw new AskError(
      'refused',
      `${packageName(
        rule,
      )} does not say which program to start. Write a 'command' instead of 'installed' at ${
        rule.at
      }.`,
    );
  }
  return program[1];
}
