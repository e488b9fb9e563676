import { ConflictError, InputError } from '@backstage/errors';
import type { McpCredentialSource } from '@mcp-portal/plugin-mcp-registry-node';
import { AskError } from '../attempt/AskError';
import { Attempt } from '../attempt/Attempt';
import { displayUrl, quote } from '../attempt/foreignText';
import type { UsedCredential } from '../http/connectHttp';
import { covers, CredentialRule } from '../rules/CredentialRule';

/** Knows which credential the operator bound to a URL, and fetches it. */
export class CredentialBook {
  readonly #rules: CredentialRule[];
  readonly #sources: Map<string, McpCredentialSource>;

  /**
   * @throws ConflictError when two sources have the same type.
   * @throws InputError when an entry has an unknown type or does not fit it.
   */
  constructor(options: {
    rules: CredentialRule[];
    sources: McpCredentialSource[];
  }) {
    this.#sources = new Map();
    for (const source of options.sources) {
      if (this.#sources.has(source.type)) {
        throw new ConflictError(
          `Two sources of credentials have the type '${source.type}'. Take out one of the modules that add it, or give it a type of its own.`,
        );
      }
      this.#sources.set(source.type, source);
    }
    // The narrowest first: it is the one that was meant.
    this.#rules = [...options.rules].sort(
      (a, b) => b.pathPrefix.length - a.pathPrefix.length,
    );
    for (const rule of options.rules) {
      const source = this.#sources.get(rule.type);
      if (!source) {
        throw new InputError(
          `${rule.at}.type is '${rule.type}'; it must be one of ${[
            ...this.#sources.keys(),
          ].join(', ')}`,
        );
      }
      source.validate?.(rule.config, rule.at);
    }
  }

  /** The credential that is bound to a URL, if there is one. */
  find(url: URL): CredentialRule | undefined {
    return this.#rules.find(rule => covers(rule, url));
  }

  /** Its headers, which are secrets of this attempt from now on. */
  async headersFor(
    rule: CredentialRule,
    url: URL,
    attempt: Attempt,
  ): Promise<UsedCredential> {
    const source = this.#sources.get(rule.type)!;
    const headers = await source
      .headersFor({
        name: rule.name,
        url: displayUrl(url),
        config: rule.config,
        signal: attempt.signal,
      })
      .catch(error => {
        throw error instanceof AskError
          ? error
          : new AskError(
              'refused',
              `Credential '${rule.name}' could not be had: ${quote(
                String((error as Error)?.message ?? error),
                attempt.secrets,
              )}.`,
            );
      });
    Object.values(headers).forEach(value => attempt.secrets.add(value));
    return {
      name: rule.name,
      headers,
      covers: hop => covers(rule, hop),
      onRefused: () => source.onRefused?.({ name: rule.name }),
    };
  }
}
