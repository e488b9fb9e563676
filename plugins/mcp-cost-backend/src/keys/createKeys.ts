import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

import { systemScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import { CachedKeyAuthenticator } from './CachedKeyAuthenticator';
import { DatabaseKeyStore } from './DatabaseKeyStore';
import { CONFIGURED } from './isInUse';
import type { KeyAuthenticator } from './KeyAuthenticator';
import { hashSecret } from './keySecret';
import { DAY_MS } from './keyState';
import { MAX_VALID_DAYS } from './KeyService';
import { readConfiguredKeys } from './readConfiguredKeys';

/**
 * Stores the keys that the configuration names, and knows them and all others.
 */
export async function createKeys(options: {
  config: RootConfigService;
  directory: CatalogDirectory;
  knex: Knex;
  logger: LoggerService;
  now: () => Date;
}): Promise<KeyAuthenticator> {
  const store = new DatabaseKeyStore(options);
  const configured = readConfiguredKeys(options.config, process.env);
  const createdAtMs = options.now().getTime();
  for (const { secret, ...key } of configured) {
    // From when the portal first sees a secret, the rules of all keys hold for it.
    await store.putConfigured(systemScope('configured-keys'), {
      ...key,
      secretHash: hashSecret(secret),
      createdBy: CONFIGURED,
      createdAtMs,
      expiresAtMs: createdAtMs + MAX_VALID_DAYS * DAY_MS,
      reportsFor: [],
    });
  }
  return new CachedKeyAuthenticator({
    ...options,
    store,
    configuredIds: new Set(configured.map(({ id }) => id)),
  });
}
