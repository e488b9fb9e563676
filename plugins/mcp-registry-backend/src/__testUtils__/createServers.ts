import type { Snapshot } from '@mcp-portal/mcp-contract';
import { Knex } from 'knex';

import { systemScope } from '../access';
import { aGoodAttempt, aServer, NOW } from './samples';
import type { GoodAnswer } from '../introspection/AnswerListener';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import type { IndexedServer } from '../servers/ServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseVersionStore } from '../versions/DatabaseVersionStore';

const system = systemScope();

/** Servers that a test publishes and changes, without judging any of it. */
export function createServers(knex: Knex) {
  const searchIndex = new ServerSearchIndex({ knex });
  const index = new DatabaseServerIndexStore({ knex, searchIndex });
  const introspection = new DatabaseIntrospectionStore({ knex, searchIndex });
  const versions = new DatabaseVersionStore({ knex });
  return {
    versions,
    async add(name: string, changes: Partial<IndexedServer> = {}) {
      await index.put(system, [aServer(name, changes)], NOW);
    },
    /** What the server offers from now on: tools, by name and description. */
    async offer(
      name: string,
      tools: Record<string, string>,
      at: Date = NOW,
    ): Promise<GoodAnswer> {
      const attempt = aGoodAttempt(tools, { startedAt: at });
      await introspection.record(system, `api:default/${name}`, attempt);
      return attempt.answer as GoodAnswer;
    },
    async publish(
      name: string,
      version: string,
      snapshot: Snapshot,
      at: Date = NOW,
    ): Promise<void> {
      const ref = `api:default/${name}`;
      const history = await versions.history(system, ref);
      await versions.publish(
        system,
        ref,
        {
          version,
          snapshot,
          sha256: snapshot.sha256,
          publishedAt: at,
          publishedBy: 'user:default/petra',
          verdict: 'none',
          changes: [],
          requiredBump: 'none',
          smallestVersion: version,
        },
        history!.revision,
      );
    },
  };
}
