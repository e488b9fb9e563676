import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { portalUrl } from './portalUrl';

const BINARY = join(
  __dirname,
  '..',
  '..',
  '..',
  'packages',
  'cli',
  'bin',
  'mcp-portal',
);

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `mcp-portal` as a pipeline does, with nothing in its environment but where the portal is, and the key. */
export async function runCommandLine(
  argv: string[],
  { token = process.env.PORTAL_API_TOKEN } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [BINARY, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      MCP_PORTAL_URL: portalUrl,
      MCP_PORTAL_TOKEN: token,
    },
  });
  const [code, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}
