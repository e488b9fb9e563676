import type { AuthService } from '@backstage/backend-plugin-api';
import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';
import type { McpCallSource } from '@mcp-portal/plugin-mcp-registry-node';

/** A page asks for the same server again and again; calls are summed up later anyway. */
const FRESH_MS = 30_000;
/** Nobody waits longer for a detail of a page. */
const TIMEOUT_MS = 5_000;
/** Of servers whose answer is kept. */
const MAX_KEPT = 1_000;

interface Kept {
  atMs: number;
  calls: Promise<Map<string, string>>;
}

/**
 * Asks the plugin of usage and cost. The registry decides who may see which
 * agent: here all are told, to the registry alone.
 */
export class CostCallSource implements McpCallSource {
  readonly #auth: AuthService;
  readonly #cost: Pick<McpCostApi, 'getLastCalls'>;
  readonly #nowMs: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(options: {
    auth: AuthService;
    cost: Pick<McpCostApi, 'getLastCalls'>;
    nowMs?: () => number;
  }) {
    this.#auth = options.auth;
    this.#cost = options.cost;
    this.#nowMs = options.nowMs ?? Date.now;
  }

  /** {@inheritdoc McpCallSource.lastCalls} */
  async lastCalls(serverRef: string): Promise<Map<string, string>> {
    const nowMs = this.#nowMs();
    const known = this.#kept.get(serverRef);
    if (known && nowMs - known.atMs < FRESH_MS) {
      return known.calls;
    }
    const calls = this.#ask(serverRef);
    this.#keep(serverRef, { atMs: nowMs, calls });
    try {
      return await calls;
    } catch (error) {
      // The next one tries again.
      if (this.#kept.get(serverRef)?.calls === calls) {
        this.#kept.delete(serverRef);
      }
      throw error;
    }
  }

  #keep(serverRef: string, kept: Kept): void {
    // The newest is last.
    this.#kept.delete(serverRef);
    this.#kept.set(serverRef, kept);
    if (this.#kept.size > MAX_KEPT) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
  }

  async #ask(serverRef: string): Promise<Map<string, string>> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'mcp-cost',
    });
    const calls = await this.#cost.getLastCalls(serverRef, {
      token,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return new Map(Object.entries(calls));
  }
}
