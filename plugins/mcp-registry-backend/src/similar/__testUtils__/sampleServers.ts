import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { createSnapshot, type Snapshot } from '@mcp-portal/mcp-contract';
import { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

import { OwnerLookup } from '../../catalog/OwnerLookup';
import { toIndexedServer } from '../../catalog/toIndexedServer';
import {
  createTestAsker,
  npmPackage,
} from '../../introspection/asking/__testUtils__/createTestAsker';
import type { IndexedServer } from '../../servers/ServerIndexStore';

const EXAMPLES = path.resolve(__dirname, '../../../../../examples');

/** The servers of the sample organisation, as the catalog has them. */
export function sampleServers(): IndexedServer[] {
  const directory = path.join(EXAMPLES, 'servers');
  const entities = readdirSync(directory).flatMap(file =>
    parseAllDocuments(readFileSync(path.join(directory, file), 'utf8')).map(
      document => document.toJS() as Entity,
    ),
  );
  const owners = new OwnerLookup(entities);
  return entities.map(entity => toIndexedServer(entity, owners));
}

/** The packages of the sample that are installed here, by their servers. */
const INSTALLED: Record<string, { identifier: string; args?: string[] }> = {
  'workspace-files': {
    identifier: '@modelcontextprotocol/server-filesystem',
    args: ['.'],
  },
  'sequential-thinking': {
    identifier: '@modelcontextprotocol/server-sequential-thinking',
  },
  'knowledge-graph': { identifier: '@modelcontextprotocol/server-memory' },
  everything: { identifier: '@modelcontextprotocol/server-everything' },
};
const VERSION = '2026.8.31';

/** What a server of the sample really offers, where it can be started. */
export async function liveContract(
  name: string,
): Promise<Snapshot | undefined> {
  const entry = INSTALLED[name];
  if (!entry) {
    return undefined;
  }
  const { asker } = createTestAsker({
    introspection: {
      stdio: [
        { ...entry, registryType: 'npm', version: VERSION, installed: true },
      ],
    },
    env: { PATH: process.env.PATH! },
  });
  const answer = await asker.ask(npmPackage(entry.identifier, VERSION));
  return answer.snapshot;
}

/** What a server of the sample published last. */
export function publishedContract(name: string): Snapshot | undefined {
  const directory = path.join(EXAMPLES, 'versions', 'default', name);
  let files: string[];
  try {
    files = readdirSync(directory).sort();
  } catch {
    return undefined;
  }
  const { contract } = JSON.parse(
    readFileSync(path.join(directory, files[files.length - 1]), 'utf8'),
  );
  return createSnapshot(contract);
}
