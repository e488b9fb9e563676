import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

import {
  Client,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

/** Both eras of the protocol, and whichever a client and a server agree on. */
export const ERAS = ['legacy', 'auto'] as const;

export type Era = (typeof ERAS)[number];

/** A real MCP client, until the test ends. */
export async function connect(
  t: TestContext,
  transport: Transport,
  era: Era = 'auto',
): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    { versionNegotiation: { mode: era } },
  );
  await client.connect(transport);
  t.after(() => client.close());
  return client;
}

export function overHttp(url: URL, headers: Record<string, string> = {}) {
  return new StreamableHTTPClientTransport(url, { requestInit: { headers } });
}

export function overStdio(env: Record<string, string> = {}) {
  return new StdioClientTransport({
    command: process.execPath,
    args: ['--import', 'tsx', 'src/main.ts', '--stdio'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { LOG_LEVEL: 'silent', ...env },
    stderr: 'ignore',
  });
}
