import type { LoggerService } from '@backstage/backend-plugin-api';
import type { McpCallSource } from '@mcp-portal/plugin-mcp-registry-node';

/**
 * When agents last called a server, from all sources together.
 */
export class LastCalls {
  readonly #sources: readonly McpCallSource[];
  readonly #logger: LoggerService;

  constructor(options: {
    callSources: readonly McpCallSource[];
    logger: LoggerService;
  }) {
    this.#sources = options.callSources;
    this.#logger = options.logger;
  }

  /**
   * ISO instants by agent, of all agents there are: for whoever narrows them to a
   * scope. Known only if every source answers: else a missing call says nothing.
   */
  async of(
    serverRef: string,
  ): Promise<{ calls: Map<string, string>; known: boolean }> {
    const calls = new Map<string, string>();
    let known = this.#sources.length > 0;
    for (const source of this.#sources) {
      try {
        for (const [agent, at] of await source.lastCalls(serverRef)) {
          const before = calls.get(agent);
          calls.set(agent, before && before > at ? before : at);
        }
      } catch (error) {
        known = false;
        this.#logger.warn(
          `Could not read the last calls of ${serverRef}: ${error}`,
        );
      }
    }
    return { calls, known };
  }
}
