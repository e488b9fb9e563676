import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  McpCredentialRequest,
  McpCredentialSource,
} from '@mcp-portal/plugin-mcp-registry-node';
import { z } from 'zod';
import { AskError } from '../attempt/AskError';
import { Attempt } from '../attempt/Attempt';
import { describeFailure } from '../attempt/describeFailure';
import { displayUrl, quote } from '../attempt/foreignText';
import { Secrets } from '../attempt/Secrets';
import { createCheckedAgent } from '../http/createCheckedAgent';
import { createGuardedFetch } from '../http/createGuardedFetch';
import type { HttpContext } from '../http/connectHttp';
import {
  Environment,
  readVariableName,
  requireVariable,
} from '../rules/environmentVariable';

/** RFC 6749, 5.1: without `expires_in` nobody knows; ask again soon. */
const DEFAULT_LIFETIME_S = 300;
/** A token must outlive the conversation that begins with it. */
const RENEW_BEFORE_MS = 60_000;

const tokenResponse = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/** `type: oauth-client-credentials` (RFC 6749, 4.4). */
export class OAuthClientSource implements McpCredentialSource {
  readonly type = 'oauth-client-credentials';
  readonly #tokens = new Map<string, { token: string; renewAtMs: number }>();

  constructor(
    private readonly options: { env: Environment; context: HttpContext },
  ) {}

  validate(config: Config, at: string) {
    readVariableName(config, 'clientIdEnv', at);
    readVariableName(config, 'clientSecretEnv', at);
    config.getOptionalStringArray('scopes');
    config.getOptionalString('resource');
    const text = config.getString('tokenUrl');
    try {
      this.options.context.hosts.require(new URL(text));
    } catch (error) {
      throw new InputError(
        `${at}.tokenUrl may not be called: ${
          error instanceof AskError ? error.message : 'it is not a URL'
        }`,
      );
    }
  }

  async headersFor({ name, config, signal }: McpCredentialRequest) {
    const known = this.#tokens.get(name);
    if (known && known.renewAtMs > Date.now()) {
      return { authorization: `Bearer ${known.token}` };
    }
    const { token, lifetimeMs } = await this.#fetchToken(name, config, signal);
    this.#tokens.set(name, {
      token,
      renewAtMs: Date.now() + lifetimeMs - RENEW_BEFORE_MS,
    });
    return { authorization: `Bearer ${token}` };
  }

  onRefused({ name }: { name: string }) {
    this.#tokens.delete(name);
  }

  async #fetchToken(name: string, config: Config, signal: AbortSignal) {
    const { env, context } = this.options;
    const url = new URL(config.getString('tokenUrl'));
    const neededBy = `credential '${name}'`;
    const id = requireVariable(env, config.getString('clientIdEnv'), neededBy);
    const secret = requireVariable(
      env,
      config.getString('clientSecretEnv'),
      neededBy,
    );
    const basic = Buffer.from(
      `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`,
    ).toString('base64');
    const secrets = new Secrets();
    [secret, basic].forEach(value => secrets.add(value));

    const attempt = new Attempt({
      signal,
      maxBytes: context.maxResponseBytes,
      secrets,
    });
    const agent = createCheckedAgent({
      ...context,
      timeoutMs: context.deadlineMs,
    });
    try {
      const response = await createGuardedFetch({
        hosts: context.hosts,
        dispatcher: agent,
        attempt,
        maxResponseBytes: context.maxResponseBytes,
        // The client's secret goes to this URL, and to no other.
        credential: {
          headers: { authorization: `Basic ${basic}` },
          covers: hop => hop.href === url.href,
        },
      })(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: requestBody(config),
      });
      const body: unknown = await response.json().catch(() => undefined);
      const parsed = tokenResponse.safeParse(body);
      if (!response.ok || !parsed.success) {
        throw attempt.failure ?? refusedToken(response, body, secrets);
      }
      return {
        token: parsed.data.access_token,
        lifetimeMs: (parsed.data.expires_in ?? DEFAULT_LIFETIME_S) * 1000,
      };
    } catch (error) {
      const { outcome, message } = describeFailure(error, secrets);
      throw new AskError(
        outcome,
        `Credential '${name}' could not be had from ${displayUrl(
          url,
        )}. ${message}`,
      );
    } finally {
      attempt.end();
      await agent.destroy().catch(() => {});
    }
  }
}

function requestBody(config: Config): string {
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const scopes = config.getOptionalStringArray('scopes') ?? [];
  if (scopes.length > 0) {
    body.set('scope', scopes.join(' '));
  }
  // RFC 8707; not every authorization server takes it, so only when written.
  const resource = config.getOptionalString('resource');
  if (resource) {
    body.set('resource', resource);
  }
  return body.toString();
}

function refusedToken(
  response: Response,
  body: unknown,
  secrets: Secrets,
): AskError {
  const { error } = (body ?? {}) as { error?: unknown };
  const why = typeof error === 'string' ? `: ${quote(error, secrets)}` : '';
  return new AskError(
    'unauthorized',
    `There was no token in the answer (HTTP ${response.status})${why}. Check the client, its secret and scopes.`,
  );
}
