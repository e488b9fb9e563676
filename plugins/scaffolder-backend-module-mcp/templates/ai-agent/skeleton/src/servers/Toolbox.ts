import type { ModelTool } from '../model/Model.js';
import type { ConnectedServer } from './connectServers.js';

/** What models accept as a tool's name. */
const MAX_NAME_LENGTH = 64;

/**
 * The tools of all servers under names that are unique: two servers may both
 * have a `search`.
 */
export class Toolbox {
  readonly #tools = new Map<
    string,
    { server: ConnectedServer; tool: string; told: ModelTool }
  >();

  constructor(servers: readonly ConnectedServer[]) {
    for (const server of servers) {
      for (const tool of server.tools) {
        const name = this.#nameFor(server.name, tool.name);
        this.#tools.set(name, {
          server,
          tool: tool.name,
          told: {
            name,
            description: tool.description ?? tool.title ?? tool.name,
            inputSchema: { ...tool.inputSchema, type: 'object' },
          },
        });
      }
    }
  }

  /** As a model is told of them. */
  get tools(): ModelTool[] {
    return [...this.#tools.values()].map(({ told }) => told);
  }

  /** Whose tool a name is; `undefined` for one that the model made up. */
  find(name: string): { server: ConnectedServer; tool: string } | undefined {
    return this.#tools.get(name);
  }

  #nameFor(server: string, tool: string): string {
    const plain = tool.replace(/[^\w-]/g, '_').slice(0, MAX_NAME_LENGTH);
    if (!this.#tools.has(plain)) {
      return plain;
    }
    const prefix = server.replace(/[^\w-]/g, '_').slice(0, 30);
    for (let i = 1; ; i++) {
      const suffix = i === 1 ? '' : `_${i}`;
      const name =
        `${prefix}__${plain}`.slice(0, MAX_NAME_LENGTH - suffix.length) +
        suffix;
      if (!this.#tools.has(name)) {
        return name;
      }
    }
  }
}
