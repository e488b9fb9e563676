import { Readable } from 'node:stream';

import {
  McpRegistryApi,
  mcpServerReadPermission,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';

import { McpServerDocument } from './McpServerDocument';

const PAGE_SIZE = 100;

/**
 * Collates every server of the registry. Who may see one is decided when it is
 * found, by the permission to read it.
 * @public
 */
export class McpServerCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'mcp-server';
  readonly visibilityPermission = mcpServerReadPermission;
  readonly #registry: McpRegistryApi;
  readonly #auth: AuthService;

  constructor(options: { registry: McpRegistryApi; auth: AuthService }) {
    this.#registry = options.registry;
    this.#auth = options.auth;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<McpServerDocument> {
    let offset = 0;
    let totalItems = 0;
    do {
      const page = await this.#registry.listServers(
        { sort: 'name', limit: PAGE_SIZE, offset },
        await this.#token(),
      );
      for (const server of page.items) {
        yield await this.#toDocument(server);
      }
      offset += PAGE_SIZE;
      totalItems = page.totalItems;
    } while (offset < totalItems);
  }

  async #toDocument(server: ServerSummary): Promise<McpServerDocument> {
    const seen = server.counts?.tools
      ? await this.#registry.getContract(server.ref, await this.#token())
      : undefined;
    const tools = seen?.contract.tools ?? [];
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

  // Tokens are short-lived, and a long list outlives one.
  async #token(): Promise<{ token: string }> {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'mcp-registry',
    });
  }
}
