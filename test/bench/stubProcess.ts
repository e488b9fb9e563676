import { fork } from 'node:child_process';
import { once } from 'node:events';

import { startStubMcpServers } from '../fixtures/stubMcpServer';

type StubOptions = Parameters<typeof startStubMcpServers>[0];

/**
 * Starts stub servers in a process of their own, so that answering does not slow
 * down those who ask.
 */
export async function forkStubServers(
  options: StubOptions,
): Promise<{ urls: string[]; stop(): void }> {
  const child = fork(__filename, [JSON.stringify(options)]);
  let urls: unknown;
  do {
    // The TypeScript loader says things to its parent too.
    [urls] = await once(child, 'message');
  } while (!Array.isArray(urls));
  return { urls, stop: () => child.kill() };
}

async function main(): Promise<void> {
  const { urls } = await startStubMcpServers(JSON.parse(process.argv[2]));
  process.send?.(urls);
  process.on('disconnect', () => process.exit(0));
}

if (require.main === module) {
  main();
}
