import { createSnapshot, type Contract } from '@mcp-portal/mcp-contract';
import { readContract } from '@mcp-portal/mcp-introspection';
import { Client, type jsonSchemaValidator } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { HistoryServer } from './servers';

const run = promisify(execFile);

const TIMEOUT_MS = 45_000;

/** How a process is started where the system can take the network from it. */
const WITHOUT_NETWORK = [
  'unshare',
  '--map-root-user',
  '--net',
  '--pid',
  '--fork',
  '--kill-child',
];

/** No result is read, so no schema has to be compiled. */
const noValidator: jsonSchemaValidator = {
  getValidator: () => {
    throw new Error('No result is validated here');
  },
};

/** What one version of a server said. */
export interface Answer {
  /** As the server names its own version, which is often another. */
  serverVersion?: string;
  contract: Contract;
}

/**
 * Starts a server with a home, a folder and an environment of its own, and
 * reads its contract.
 *
 * Always in the era of `initialize`, which all versions speak: a server may
 * offer something else in the newer one, and that would look like a change.
 */
export async function askVersion(
  server: HistoryServer,
  program: string,
  folder: string,
): Promise<Answer> {
  const home = join(folder, 'home');
  const work = join(folder, 'work');
  await Promise.all([mkdir(home), mkdir(work)]);
  const command = [
    ...(await networkRemover()),
    process.execPath,
    program,
    ...(server.args ?? []).map(arg => arg.replace('{folder}', work)),
  ];
  const transport = new StdioClientTransport({
    command: command[0],
    args: command.slice(1),
    cwd: work,
    stderr: 'pipe',
    env: {
      ...server.env,
      HOME: home,
      USER: 'someone',
      LOGNAME: 'someone',
      SHELL: '/bin/sh',
      PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
      TMPDIR: work,
    },
  });
  let said = '';
  transport.stderr?.on('data', chunk => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  const client = new Client(
    { name: 'mcp-portal-histories', version: '1.0.0' },
    {
      capabilities: {},
      jsonSchemaValidator: noValidator,
      versionNegotiation: { mode: 'legacy' },
    },
  );
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    await client.connect(transport, { timeout: TIMEOUT_MS, signal });
    const found = await readContract({ client, timeoutMs: TIMEOUT_MS, signal });
    // Where it was started is no part of what it promises.
    const text = JSON.stringify(found)
      .replaceAll(work, '/folder')
      .replaceAll(home, '/home/someone');
    return {
      serverVersion: client.getServerVersion()?.version,
      contract: createSnapshot(JSON.parse(text)).contract,
    };
  } catch (error) {
    throw new Error(whyItFailed(error, said).replaceAll(folder, ''));
  } finally {
    await client.close();
  }
}

function whyItFailed(error: unknown, said: string): string {
  const complaint = said
    .split('\n')
    .map(line => line.trim())
    .find(line => /error|cannot|required|unknown/i.test(line));
  const message = error instanceof Error ? error.message : String(error);
  return `it does not answer: ${complaint ?? message}`.slice(0, 200);
}

let remover: Promise<string[]> | undefined;

function networkRemover(): Promise<string[]> {
  remover ??= run(WITHOUT_NETWORK[0], [
    ...WITHOUT_NETWORK.slice(1),
    'true',
  ]).then(
    () => WITHOUT_NETWORK,
    () => [],
  );
  return remover;
}
