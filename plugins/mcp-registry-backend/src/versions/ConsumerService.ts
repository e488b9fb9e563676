import type {
  Consumer,
  ConsumerProgress,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { McpCallSource } from '@mcp-portal/plugin-mcp-registry-node';
import { LoggerService } from '@backstage/backend-plugin-api';

import type { Scope } from '../access';
import type { DependentStore } from '../dependents/DependentStore';
import { LastCalls } from '../dependents/LastCalls';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import { readRange, resolveVersion } from './resolveVersion';
import { toVersionLines } from './toVersionLines';
import type { VersionStore } from './VersionStore';

/**
 * How far the agents of a server have moved.
 */
export class ConsumerService {
  readonly #servers: ServerStore;
  readonly #versions: VersionStore;
  readonly #dependents: DependentStore;
  readonly #lastCalls: LastCalls;

  constructor(options: {
    servers: ServerStore;
    versions: VersionStore;
    dependents: DependentStore;
    callSources: McpCallSource[];
    logger: LoggerService;
  }) {
    this.#servers = options.servers;
    this.#versions = options.versions;
    this.#dependents = options.dependents;
    this.#lastCalls = new LastCalls(options);
  }

  /** @throws NotFoundError when the scope has no such server */
  async progress(scope: Scope, ref: string): Promise<ConsumerProgress> {
    await requireServer(this.#servers, scope, ref);
    const versions = (await this.#versions.history(scope, ref))?.versions ?? [];
    const users = (await this.#dependents.users(scope, [ref])).get(ref) ?? [];
    const { calls, known } = await this.#lastCalls.of(ref);
    const consumers = users.map((user): Consumer => {
      const range = readRange(user.versionRange);
      return {
        ...user,
        version: resolveVersion(versions, range)?.version,
        lastCalledAt: calls.get(user.ref),
      };
    });
    return {
      lines: toVersionLines(versions, consumers),
      unmet: consumers.filter(({ version }) => version === undefined),
      callsKnown: known,
    };
  }
}
