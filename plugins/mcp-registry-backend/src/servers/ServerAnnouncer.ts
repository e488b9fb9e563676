import {
  MCP_SERVERS_TOPIC,
  type ServersEvent,
} from '@mcp-portal/plugin-mcp-registry-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';

/** So that one event stays small enough for any event bus. */
const REFS_PER_EVENT = 500;

/**
 * Tells other plugins that servers are new, changed or gone. That it fails costs
 * them time, never the registry its work.
 */
export class ServerAnnouncer {
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  constructor(options: { events: EventsService; logger: LoggerService }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  async announce(news: Partial<ServersEvent>): Promise<void> {
    const { changed = [], removed = [] } = news;
    const length = Math.max(changed.length, removed.length);
    try {
      for (let start = 0; start < length; start += REFS_PER_EVENT) {
        const end = start + REFS_PER_EVENT;
        const eventPayload: ServersEvent = {
          changed: changed.slice(start, end),
          removed: removed.slice(start, end),
        };
        await this.#events.publish({ topic: MCP_SERVERS_TOPIC, eventPayload });
      }
    } catch (error) {
      this.#logger.warn(
        `Others were not told that ${length} servers changed; they find out at their next round: ${error}`,
      );
    }
  }
}
