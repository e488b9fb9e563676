import type { Config } from '@backstage/config';

/**
 * One need for a credential: the portal is about to ask a server whose URL the
 * operator bound a credential to.
 * @public
 */
export interface McpCredentialRequest {
  /** The name that the operator gave the credential. */
  name: string;
  /** The server's URL, without query, user and password. */
  url: string;
  /** The operator's entry in `mcpRegistry.introspection.credentials`. */
  config: Config;
  /** Aborts when the deadline for this server has passed. */
  signal: AbortSignal;
}

/**
 * Provides the headers that let the portal ask servers for their contracts,
 * for credentials of one `type` in `mcpRegistry.introspection.credentials`.
 *
 * The portal sends the headers only to URLs that the operator bound the
 * credential to, never after a redirect that leaves them, and takes every value
 * out of whatever it stores, shows or logs.
 * @public
 */
export interface McpCredentialSource {
  /** What an entry's `type` says to use this source. */
  type: string;
  /**
   * Checks an entry when the backend starts.
   *
   * @param config - the entry
   * @param at - its path in the config, for the message
   * @throws InputError that names the key that is wrong
   */
  validate?(config: Config, at: string): void;
  /**
   * The headers to send, by name. Called for each attempt: a source that pays
   * for each call keeps its own cache.
   *
   * @throws an error whose message the portal shows, cut to a line; it must
   *   not hold any secret
   */
  headersFor(request: McpCredentialRequest): Promise<Record<string, string>>;
  /** The headers were refused (HTTP 401 or 403); a cache must not keep them. */
  onRefused?(request: { name: string }): void;
}
