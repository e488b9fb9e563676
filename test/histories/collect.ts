import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from 'semver';
import { askVersion } from './askVersion';
import {
  hasContract,
  readHistory,
  writeHistory,
  type ArchivedVersion,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import { installVersion, publishedVersions } from './npm';
import type { HistoryServer } from './servers';

/**
 * Dependencies of an old version are resolved as of today. Many that came out
 * before zod 4 leave its version to others, and with zod 4 announce schemas
 * that are empty: those are asked again with what they were made for.
 */
const ATTEMPTS: string[][] = [[], ['zod@^3.25.0']];

/**
 * Installs and asks every version of a server that has not answered yet, one
 * after another.
 */
export async function collect(
  server: HistoryServer,
  say: (line: string) => void,
): Promise<void> {
  const history = await readHistory(server.name);
  const answered = new Set(
    history.versions.filter(hasContract).map(({ version }) => version),
  );
  for (const version of await publishedVersions(server.name)) {
    if (answered.has(version) || server.leftOut?.[version]) {
      continue;
    }
    const result = await collectVersion(server, version);
    history.versions = history.versions.filter(
      other => other.version !== version,
    );
    history.versions.push(result);
    history.versions.sort((a, b) => compare(a.version, b.version));
    await writeHistory(history);
    say(
      `${server.name} ${version}: ${
        'contract' in result
          ? `${result.contract.tools.length} tools`
          : result.failure
      }`,
    );
  }
}

async function collectVersion(
  server: HistoryServer,
  version: string,
): Promise<ArchivedVersion> {
  const failures: string[] = [];
  for (const companions of ATTEMPTS) {
    const folder = await mkdtemp(join(tmpdir(), 'mcp-history-'));
    try {
      const program = await installVersion(server, version, folder, companions);
      const answer = await askVersion(server, program, folder);
      return {
        version,
        ...answer,
        ...(companions.length > 0 && { companions }),
      };
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { version, failure: failures[0] };
}
