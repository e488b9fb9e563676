import {
  getDefaultEnvironment,
  StdioClientTransport,
} from '@modelcontextprotocol/client/stdio';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ATTR } from '../telemetry/attributes';
import { connect } from './connect';
import type { ConnectedServer } from './ConnectedServer';

/** A server from npm that is installed with the portal's backend. */
export interface InstalledServer {
  /** Its name in the portal's catalog. */
  name: string;
  packageName: string;
  args?: string[];
  env?: Record<string, string>;
}

/**
 * Starts a server as a child of this process, and speaks with it over stdio.
 */
export async function startInstalledServer({
  name,
  packageName,
  args = [],
  env,
}: InstalledServer): Promise<ConnectedServer> {
  return connect({
    name,
    transport: new StdioClientTransport({
      command: process.execPath,
      args: [binaryOf(packageName), ...args],
      // Nothing of this process's own environment: there are keys in it.
      env: { ...getDefaultEnvironment(), ...env },
      stderr: 'ignore',
    }),
    attributes: { [ATTR.transport]: 'pipe' },
  });
}

function binaryOf(packageName: string): string {
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: Record<string, string>;
  };
  return join(dirname(manifest), Object.values(bin)[0]);
}
