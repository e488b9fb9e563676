import { setTimeout as delay } from 'node:timers/promises';

import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';

import type { Request } from '../../../access/askAsInitiator';
import { causeOf, withoutStack } from '../../../problems';

export type AnnouncedTo = Pick<
  McpRegistryApi,
  'announceServer' | 'announceAgent'
>;

/**
 * Has the registry take an entity from the catalog now, and waits until it
 * lists it.
 *
 * @throws ServiceUnavailableError when it does not in time
 */
export async function waitInRegistry(
  registry: AnnouncedTo,
  options: {
    entityRef: string;
    request: Request;
    until: number;
    pollIntervalMs: number;
  },
): Promise<void> {
  const { entityRef, request, until, pollIntervalMs } = options;
  const isServer = parseEntityRef(entityRef).kind === 'api';
  for (;;) {
    try {
      await (isServer
        ? registry.announceServer(entityRef, request)
        : registry.announceAgent(entityRef, request));
      return;
    } catch (error) {
      if (!isWorthAnotherTry(error) || Date.now() >= until) {
        throw withoutStack(
          new ServiceUnavailableError(
            `${entityRef} is in the catalog, but the registry did not list it: ${causeOf(
              error,
            )} It takes it at its next round.`,
          ),
        );
      }
    }
    await delay(pollIntervalMs, undefined, { signal: request.signal });
  }
}

/** The catalog may show it a moment later; and a busy portal may answer then. */
function isWorthAnotherTry(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    (error.statusCode === 404 || error.statusCode >= 500)
  );
}
