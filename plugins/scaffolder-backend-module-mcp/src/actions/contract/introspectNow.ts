import { setTimeout as delay } from 'node:timers/promises';

import { ServiceUnavailableError } from '@backstage/errors';
import type {
  Attempt,
  McpRegistryApi,
  ServerContract,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Request } from '../../access/askAsInitiator';
import { withoutStack } from '../../problems';

export type IntrospectingRegistry = Pick<
  McpRegistryApi,
  'introspect' | 'listAttempts' | 'getContract'
>;

/**
 * Has the registry ask a registered server for its contract now, and waits for
 * the answer.
 *
 * @throws ServiceUnavailableError when the server gave none; says why, and what
 *   to do
 */
export async function introspectNow(
  registry: IntrospectingRegistry,
  options: {
    serverRef: string;
    timeoutSeconds: number;
    pollIntervalMs: number;
    request: Request;
  },
): Promise<ServerContract> {
  const { serverRef, timeoutSeconds, request } = options;
  const before = await lastAttempt(registry, serverRef, request);
  await registry.introspect(serverRef, request);
  const attempt = await waitForAttempt(registry, {
    ...options,
    before: before?.id,
  });
  if (!attempt) {
    throw withoutStack(
      new ServiceUnavailableError(
        `${serverRef} did not answer within ${timeoutSeconds} seconds. The portal goes on asking; its page shows how it went.`,
      ),
    );
  }
  const contract =
    attempt.outcome === 'ok'
      ? await registry.getContract(serverRef, request)
      : undefined;
  if (!contract) {
    throw withoutStack(
      new ServiceUnavailableError(
        `${serverRef} gave no contract (${attempt.outcome})${
          attempt.error ? `: ${attempt.error}` : '.'
        }`,
      ),
    );
  }
  return contract;
}

async function waitForAttempt(
  registry: IntrospectingRegistry,
  options: {
    serverRef: string;
    timeoutSeconds: number;
    pollIntervalMs: number;
    request: Request;
    before: string | undefined;
  },
): Promise<Attempt | undefined> {
  const { serverRef, timeoutSeconds, pollIntervalMs, request, before } =
    options;
  const end = Date.now() + timeoutSeconds * 1_000;
  do {
    const last = await lastAttempt(registry, serverRef, request);
    if (last && last.id !== before) {
      return last;
    }
    await delay(pollIntervalMs, undefined, { signal: request.signal });
  } while (Date.now() < end);
  return undefined;
}

async function lastAttempt(
  registry: IntrospectingRegistry,
  serverRef: string,
  request: Request,
): Promise<Attempt | undefined> {
  const { items } = await registry.listAttempts(
    serverRef,
    { limit: 1 },
    request,
  );
  return items[0];
}
