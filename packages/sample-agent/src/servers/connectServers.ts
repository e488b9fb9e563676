import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { connectPortalActions } from './connectPortalActions';
import type { ConnectedServer } from './ConnectedServer';
import { InstalledServer, startInstalledServer } from './startInstalledServer';

export interface Servers {
  connected: ConnectedServer[];
  /** A folder that only these servers use. */
  folder: string;
  close(): Promise<void>;
}

/**
 * Connects with the sample organisation's real servers. Those that are started
 * here work in a folder of their own, which goes when they end.
 */
export async function connectServers(options: {
  portalUrl: string;
  portalToken?: string;
  /** Is told which server is not there, and why. */
  onMissing: (name: string, reason: string) => void;
}): Promise<Servers> {
  const { portalUrl, portalToken: token, onMissing } = options;
  const folder = await mkdtemp(join(tmpdir(), 'mcp-portal-sample-agent-'));
  const connected: ConnectedServer[] = [];
  const servers: Servers = {
    connected,
    folder,
    async close() {
      await Promise.allSettled(connected.map(server => server.close()));
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  const attempt = async (
    name: string,
    open: () => Promise<ConnectedServer>,
  ) => {
    try {
      connected.push(await open());
    } catch (error) {
      onMissing(name, (error as Error).message);
    }
  };
  await writeFile(join(folder, 'notes.txt'), 'Ship the pilot on Tuesday.\n');
  // One after the other: the machine may be busy with the portal.
  for (const server of installedServers(folder)) {
    await attempt(server.name, () => startInstalledServer(server));
  }
  if (token) {
    await attempt('portal-actions', () =>
      connectPortalActions({ portalUrl, token }),
    );
  } else {
    onMissing(
      'portal-actions',
      'start the portal and the agent with the same PORTAL_API_TOKEN to have it too',
    );
  }
  return servers;
}

function installedServers(folder: string): InstalledServer[] {
  const scope = '@modelcontextprotocol';
  return [
    { name: 'everything', packageName: `${scope}/server-everything` },
    {
      name: 'workspace-files',
      packageName: `${scope}/server-filesystem`,
      args: [folder],
    },
    {
      name: 'knowledge-graph',
      packageName: `${scope}/server-memory`,
      env: { MEMORY_FILE_PATH: join(folder, 'memory.jsonl') },
    },
    {
      name: 'sequential-thinking',
      packageName: `${scope}/server-sequential-thinking`,
      env: { DISABLE_THOUGHT_LOGGING: 'true' },
    },
  ];
}
