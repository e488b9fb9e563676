import { createMockDirectory } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import fs from 'node:fs';
import path from 'node:path';
import { createTestAsker } from './createTestAsker';

/** Where the scripts of the stdio servers are. */
export const SCRIPTS = path.join(__dirname, 'stdio');

/** What an asker's environment holds for a process. */
export const PROCESS_SECRET = 'sk-very-secret-value';

/**
 * The hand-made stdio server, which leaves its process id, and those of what it
 * starts, in a file.
 */
export function stdioServer() {
  const directory = createMockDirectory();
  const marker = directory.resolve('started');
  beforeEach(() => directory.clear());
  const pids = () =>
    fs.readFileSync(marker, 'utf8').trim().split('\n').map(Number);

  return {
    directory,
    marker,
    pids,
    wasStarted: () => fs.existsSync(marker),
    /** The process ids that are still there, when the system had time. */
    async leftRunning(): Promise<number[]> {
      const giveUpAt = Date.now() + 2_000;
      while (pids().some(isRunning) && Date.now() < giveUpAt) {
        await new Promise(setImmediate);
      }
      return pids().filter(isRunning);
    },
    /** What the operator would write for it. */
    listed: (mode: string, more: JsonObject = {}): JsonObject => ({
      registryType: 'npm',
      identifier: 'hand-made',
      version: '1.0.0',
      command: process.execPath,
      args: [path.join(SCRIPTS, 'server.js'), mode, marker],
      ...more,
    }),
  };
}

/** An asker that may start this package, and no other. */
export function askerFor(entry: JsonObject, more: JsonObject = {}) {
  return createTestAsker({
    introspection: { stdio: [entry], ...more },
    env: { PORTAL_KEY: PROCESS_SECRET, UNRELATED: 'stays-here' },
  }).asker;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that has ended stays on the list until its parent reads how.
  const stat = `/proc/${pid}/stat`;
  return !(
    fs.existsSync(stat) && /^\d+ \(.*\) Z/.test(fs.readFileSync(stat, 'utf8'))
  );
}
