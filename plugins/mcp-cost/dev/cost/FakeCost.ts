import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';

/** What was asked of a fake, in order. */
export interface AskedOf {
  method: keyof McpCostApi;
  args: unknown[];
}

/**
 * A double of the API for tests: it answers what a test gives it, fails where a
 * test says so, and remembers what it was asked. What nobody gave an answer for
 * fails, so that no page asks for more than its test knows of.
 */
export class FakeCost {
  readonly asked: AskedOf[] = [];
  readonly failing = new Map<keyof McpCostApi, Error>();
  readonly api: McpCostApi;

  constructor(private readonly answers: Partial<McpCostApi> = {}) {
    this.api = new Proxy({} as McpCostApi, {
      get: (_target, method: string) =>
        method === 'then' ? undefined : this.#method(method),
    });
  }

  /** What a method was asked last. */
  last<K extends keyof McpCostApi>(
    method: K,
  ): Parameters<McpCostApi[K]> | undefined {
    return this.asked.filter(asked => asked.method === method).at(-1)
      ?.args as Parameters<McpCostApi[K]>;
  }

  /** Gives, or changes, an answer. */
  answer(answers: Partial<McpCostApi>) {
    Object.assign(this.answers, answers);
  }

  #method(name: string) {
    const method = name as keyof McpCostApi;
    return async (...args: unknown[]) => {
      this.asked.push({ method, args });
      const failure = this.failing.get(method);
      if (failure) {
        throw failure;
      }
      const answer = this.answers[method] as
        | ((...given: unknown[]) => unknown)
        | undefined;
      if (!answer) {
        throw new Error(`This test has no answer for ${method}`);
      }
      return answer(...args);
    };
  }
}
