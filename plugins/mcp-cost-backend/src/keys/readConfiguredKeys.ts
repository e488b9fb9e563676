import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { KeyScope } from '@mcp-portal/plugin-mcp-cost-common';
import { parseRef } from '@mcp-portal/plugin-mcp-node';

import { idOfSecret } from './keySecret';

const KEY = 'mcpCost.keys.fromEnvironment';
const SCOPES: readonly string[] = ['ingest', 'publish'];
const HOW_TO_MAKE = `node -p "const{randomBytes:r}=crypto;'mcpk_'+r(8).toString('hex')+'_'+r(32).toString('base64url')"`;

/** A key whose secret the operator keeps in an environment variable. */
export interface ConfiguredKey {
  id: string;
  secret: string;
  name: string;
  teamRef: string;
  scopes: KeyScope[];
}

/**
 * The keys that the configuration names. One whose variable is not set does not
 * exist, so that one configuration fits several installations.
 *
 * @throws InputError when one of them is written wrongly; it never tells a secret
 */
export function readConfiguredKeys(
  config: Config,
  environment: Record<string, string | undefined>,
): ConfiguredKey[] {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  const keys = entries.flatMap(entry => readKey(entry, environment));
  const ids = new Set(keys.map(({ id }) => id));
  if (ids.size < keys.length) {
    throw new InputError(`${KEY} gives several keys the same secret`);
  }
  return keys;
}

function readKey(
  entry: Config,
  environment: Record<string, string | undefined>,
): ConfiguredKey[] {
  const name = entry.getString('name');
  const variable = entry.getString('variable');
  const scopes = entry.getStringArray('scopes');
  const teamRef = parseRef(entry.getString('team'), 'group');
  const unknown = scopes.find(scope => !SCOPES.includes(scope));
  if (unknown !== undefined || scopes.length === 0) {
    throw new InputError(
      `${KEY}: the scopes of "${name}" are ${JSON.stringify(
        scopes,
      )}; give it one or both of ${SCOPES.join(', ')}`,
    );
  }
  const secret = environment[variable];
  if (!secret) {
    return [];
  }
  const id = idOfSecret(secret);
  if (!id) {
    throw new InputError(
      `${KEY}: what ${variable} holds is no service key. Make one with: ${HOW_TO_MAKE}`,
    );
  }
  return [{ id, secret, name, teamRef, scopes: scopes as KeyScope[] }];
}
