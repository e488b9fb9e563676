import { NotFoundError } from '@backstage/errors';

import type { Scope } from '../access';
import type { ServerStore, StoredServer } from './ServerStore';

/**
 * A server, or the error that tells nobody more than that it is not there.
 *
 * @throws NotFoundError when there is none in scope
 */
export async function requireServer(
  servers: ServerStore,
  scope: Scope,
  ref: string,
): Promise<StoredServer> {
  const server = await servers.get(scope, ref);
  if (!server) {
    throw new NotFoundError(
      `No server '${ref}'. Look at the list of servers for its exact name.`,
    );
  }
  return server;
}
