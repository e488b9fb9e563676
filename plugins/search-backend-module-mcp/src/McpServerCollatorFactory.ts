import { Readable } from 'node:stream';

import {
  McpRegistryApi,
  mcpServerReadPermission,
  ServerContract,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';

import { McpServerDocument } from './McpServerDocument';

const PAGE_SIZE = 100;

type Tool = ServerContract['contract']['tools'][number];

/**
 * Collates every server of the registry. Who may see one is decided when it is
 * found, by the permission to read it.
 *
 * A server whose contract can't be read is collated without its tools. A list of
 * servers that can't be read is an error, and the search keeps its last index.
 * @public
 */
export class McpServerCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'mcp-server';
  readonly visibilityPermission = mcpServerReadPermission;
  readonly #registry: Pick<McpRegistryApi, 'listServers' | 'getContract'>;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;

  constructor(options: {
    registry: Pick<McpRegistryApi, 'listServers' | 'getContract'>;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#registry = options.registry;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<McpServerDocument> {
    const unread: string[] = [];
    let offset = 0;
    let totalItems = 0;
    do {
      const page = await this.#registry.listServers(
        { sort: 'name', limit: PAGE_SIZE, offset },
        await this.#token(),
      );
      for (const server of page.items) {
        const tools = await this.#toolsOf(server).catch(error => {
          unread.push(`${server.ref}: ${error}`);
          return [];
        });
        yield toDocument(server, tools);
      }
      offset += PAGE_SIZE;
      totalItems = page.totalItems;
    } while (offset < totalItems);

    if (unread.length > 0) {
      // One line, however many they are.
      this.#logger.warn(
        `The contracts of ${unread.length} of ${totalItems} MCP servers could not be read; until the next run the search finds these without their tools. The first is ${unread[0]}`,
      );
    }
  }

  async #toolsOf(server: ServerSummary): Promise<Tool[]> {
    if (!server.counts?.tools) {
      return [];
    }
    const seen = await this.#registry.getContract(
      server.ref,
      await this.#token(),
    );
    return seen?.contract.tools ?? [];
  }

  // Tokens are short-lived, and a long list outlives one.
  async #token(): Promise<{ token: string }> {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'mcp-registry',
    });
  }
}

function toDocument(server: ServerSummary, tools: Tool[]): McpServerDocument {
  const owner = server.owner.title ?? server.owner.ref;
  return {
    title: server.title ?? server.name,
    text: [
      server.purpose,
      owner,
      ...tools.map(tool => `${tool.name} ${tool.description ?? ''}`),
    ]
      .filter(Boolean)
      .join('\n'),
    location: `/mcp-servers/${encodeURIComponent(
      server.namespace,
    )}/${encodeURIComponent(server.name)}`,
    authorization: { resourceRef: server.ref },
    ref: server.ref,
    purpose: server.purpose ?? '',
    owner,
    lifecycle: server.lifecycle,
    trust: server.trust,
    tools: tools.map(tool => tool.name),
    sample: server.sample,
  };
}
