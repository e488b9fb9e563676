import { Knex } from 'knex';

import { systemScope } from '../access';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { aContract } from '../versions/__testUtils__/versionSamples';
import { aServer, NOW } from './samples';
import { OWNER, startTestRegistry, TestRegistry } from './startTestRegistry';

/** The registry behind HTTP, with hands to put into it what the tests need. */
export interface FilledRegistry extends TestRegistry {
  knex: Knex;
  servers: DatabaseServerIndexStore;
  agents: DatabaseAgentIndexStore;
  introspection: DatabaseIntrospectionStore;
  /** Adds a server that no other test has, and gives its name. */
  newServer(changes?: Parameters<typeof aServer>[1]): Promise<string>;
  /** Publishes a version as its owner, and expects that it passes. */
  published(server: string, version: string, ...tools: string[]): Promise<void>;
}

export async function startFilledRegistry(knex: Knex): Promise<FilledRegistry> {
  const searchIndex = new ServerSearchIndex({ knex });
  const servers = new DatabaseServerIndexStore({ knex, searchIndex });
  const registry = await startTestRegistry(knex);
  let serverCount = 0;
  return {
    ...registry,
    knex,
    servers,
    agents: new DatabaseAgentIndexStore({ knex }),
    introspection: new DatabaseIntrospectionStore({ knex, searchIndex }),
    async newServer(changes) {
      serverCount += 1;
      const name = `ledger${serverCount}`;
      await servers.put(systemScope(), [aServer(name, changes)], NOW);
      return name;
    },
    async published(server, version, ...tools) {
      const answer = await registry.call(OWNER, `/servers/${server}/versions`, {
        method: 'POST',
        body: { version, contract: aContract(...tools) },
      });
      if (answer.status !== 201) {
        throw new Error(`${version} was not published: ${answer.text}`);
      }
    },
  };
}
