import type { KeyScope } from '@mcp-portal/plugin-mcp-cost-common';
import type { Request } from 'express';

import type { Reporter } from '../ingestion';

/** Knows service keys by their secrets. */
export interface KeyAuthenticator {
  /**
   * Who makes a request with `Authorization: Bearer mcpk_...`.
   *
   * @throws AuthenticationError without a key, or with one that is unknown,
   *   expired, revoked, or whose team left the catalog
   * @throws NotAllowedError when the key lacks the scope
   * @throws ServiceUnavailableError while the catalog could never be read
   */
  authenticate(request: Request, scope: KeyScope): Promise<Reporter>;
  /** The same, of a key by its secret. */
  verify(secret: string, scope: KeyScope): Promise<Reporter>;
  /** Forgets what it knows of keys: some have changed. */
  forget(): void;
}
