import type {
  McpRegistryApi,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { CostScope } from '../../access';
import { serverPath } from '../../portalPaths';
import type { Finding } from '../Finding';
import type { Rule } from '../Rule';

const PAGE_SIZE = 100;
/** More unreachable servers than these are one trouble, not theirs. */
const MAX_SERVERS = 1_000;
/** One attempt may fail; this long, several did. */
const MIN_SILENCE_MS = 30 * 60_000;

/**
 * Sees servers that answered the registry once, and no longer do. That one never
 * did is no event.
 */
export class UnreachableRule implements Rule {
  readonly name = 'unreachable';
  readonly tier = 'infrastructure';
  readonly calmMs = 10 * 60_000;
  readonly #registry: Pick<McpRegistryApi, 'listServers'>;
  readonly #getToken: () => Promise<string>;

  constructor(options: {
    registry: Pick<McpRegistryApi, 'listServers'>;
    /** A token with which the registry lets the plugin in. */
    getToken: () => Promise<string>;
  }) {
    this.#registry = options.registry;
    this.#getToken = options.getToken;
  }

  async look(_scope: CostScope, now: Date): Promise<Finding[]> {
    const token = await this.#getToken();
    const findings: Finding[] = [];
    for (let offset = 0; offset < MAX_SERVERS; offset += PAGE_SIZE) {
      const { items } = await this.#registry.listServers(
        {
          health: ['problem', 'attention'],
          limit: PAGE_SIZE,
          offset,
          sort: 'name',
        },
        { token },
      );
      findings.push(
        ...items
          .filter(server => isSilent(server, now))
          .map(server => toFinding(server, now)),
      );
      if (items.length < PAGE_SIZE) {
        break;
      }
    }
    return findings;
  }
}

function isSilent({ health }: ServerSummary, now: Date): boolean {
  const { lastGoodAt, lastAttemptAt } = health;
  return (
    lastGoodAt !== undefined &&
    lastAttemptAt !== undefined &&
    lastAttemptAt > lastGoodAt &&
    now.getTime() - Date.parse(lastGoodAt) >= MIN_SILENCE_MS
  );
}

function toFinding(server: ServerSummary, now: Date): Finding {
  const { ref, owner, health } = server;
  const name = server.title ?? server.name;
  return {
    subject: ref,
    state: 'on',
    level: health.level === 'problem' ? 'problem' : 'attention',
    teamRef: owner.ref,
    serverRef: ref,
    title: `${name} does not answer as it should`,
    message: health.reason,
    advice: 'Open the server in the registry, and see its last attempts.',
    link: serverPath(ref),
    startedAt: health.lastGoodAt ?? now.toISOString(),
    facts: {
      health: health.level,
      ...(health.lastGoodAt && { lastGoodAt: health.lastGoodAt }),
      ...(health.lastAttemptAt && { lastAttemptAt: health.lastAttemptAt }),
    },
  };
}
