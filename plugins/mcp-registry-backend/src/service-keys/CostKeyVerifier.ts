import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

import type { KeyVerifier, PublishingKey } from './KeyVerifier';

const PLUGIN_ID = 'mcp-cost';
const TIMEOUT_MS = 5_000;
/** Verified at the same time; whoever guesses keys keeps no more busy. */
const MAX_AT_ONCE = 20;
const LONGEST_SECRET = 200;

type Verification =
  | { valid: true; keyId: string; teamRef: string }
  | { valid: false; reason: string; message: string };

/** Asks the plugin that keeps the keys. */
export class CostKeyVerifier implements KeyVerifier {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  #running = 0;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async verify(secret: string): Promise<PublishingKey> {
    if (!secret.startsWith('mcpk_') || secret.length > LONGEST_SECRET) {
      throw new AuthenticationError(
        'This is no service key. Make one in the portal, on the page of your team under Cost',
      );
    }
    if (this.#running >= MAX_AT_ONCE) {
      throw unavailable('too many are being verified');
    }
    this.#running += 1;
    try {
      const verification = await this.#ask(secret);
      if (verification.valid) {
        return { id: verification.keyId, teamRef: verification.teamRef };
      }
      throw verification.reason === 'NotAllowedError'
        ? new NotAllowedError(verification.message)
        : new AuthenticationError(verification.message);
    } finally {
      this.#running -= 1;
    }
  }

  async #ask(secret: string): Promise<Verification> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    let response: Response;
    try {
      response = await fetch(`${baseUrl}/keys/verification`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ secret, scope: 'publish' }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (cause) {
      throw unavailable(`${PLUGIN_ID} does not answer`, cause);
    }
    if (!response.ok) {
      throw unavailable(`${PLUGIN_ID} answered ${response.status}`);
    }
    return (await response.json()) as Verification;
  }
}

function unavailable(reason: string, cause?: unknown): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `Service keys can't be verified at the moment: ${reason}. Try again in a minute`,
    cause as Error | undefined,
  );
}
