import { NotAllowedError } from '@backstage/errors';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore, StoredServer } from '../servers/ServerStore';

/**
 * A server whose versions the caller may publish and take back.
 *
 * @throws NotFoundError when there is none in scope
 * @throws NotAllowedError when the caller may only read it
 */
export async function requireManageable(
  servers: ServerStore,
  scope: Scope,
  ref: string,
): Promise<StoredServer> {
  const server = await requireServer(servers, scope, ref);
  if (!server.mayPublish) {
    throw new NotAllowedError(
      `Only the owner of '${ref}' (${server.owner.ref}) and platform admins may publish and change its versions.`,
    );
  }
  return server;
}
