import type { PublishReceipt } from '@mcp-portal/plugin-mcp-registry-common';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

import { systemScope } from '../access';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { aContract } from '../versions/__testUtils__/versionSamples';
import { aServer, NOW } from './samples';
import {
  OWNER,
  startTestRegistry,
  TestAnswer,
  TestRegistry,
} from './startTestRegistry';

/** The registry behind HTTP, with hands to put into it what the tests need. */
export interface FilledRegistry extends TestRegistry {
  knex: Knex;
  servers: DatabaseServerIndexStore;
  agents: DatabaseAgentIndexStore;
  introspection: DatabaseIntrospectionStore;
  /** Adds a server that no other test has, and gives its name. */
  newServer(changes?: Parameters<typeof aServer>[1]): Promise<string>;
  /** Publishes a version, as its owner unless told otherwise. */
  publish(server: string, body: unknown, user?: string): Promise<TestAnswer>;
  /** Publishes a version with these tools, and expects that it passes. */
  published(
    server: string,
    version: string,
    ...tools: string[]
  ): Promise<PublishReceipt>;
}

export async function startFilledRegistry(
  knex: Knex,
  modules?: BackendFeature[],
): Promise<FilledRegistry> {
  const searchIndex = new ServerSearchIndex({ knex });
  const servers = new DatabaseServerIndexStore({ knex, searchIndex });
  const registry = await startTestRegistry(knex, modules);
  const publish: FilledRegistry['publish'] = (server, body, user = OWNER) =>
    registry.call(user, `/servers/${server}/versions`, {
      method: 'POST',
      body,
    });
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
    publish,
    async published(server, version, ...tools) {
      const contract = aContract(...tools);
      const answer = await publish(server, { version, contract });
      if (answer.status !== 201) {
        throw new Error(`${version} was not published: ${answer.text}`);
      }
      return answer.body as unknown as PublishReceipt;
    },
  };
}

/** What the registry says went wrong. */
export function errorOf(answer: TestAnswer) {
  return answer.body.error as {
    name: string;
    message: string;
    details?: unknown;
  };
}
