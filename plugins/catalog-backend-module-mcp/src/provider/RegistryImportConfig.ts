import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  Trust,
  TRUST_LEVELS,
  VISIBILITIES,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

const CONFIG_PATH = 'catalog.providers.mcpRegistry';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
};

/**
 * Where the records of one import come from.
 */
export type RegistryLocation =
  | { type: 'file'; path: string }
  | { type: 'list'; url: string }
  | { type: 'registry'; url: string };

/**
 * One import, as the operator configured it.
 */
export interface RegistryImportConfig {
  id: string;
  location: RegistryLocation;
  /** Entity ref of who owns the imported servers in this organisation. */
  owner: string;
  lifecycle: string;
  system?: string;
  trust: Trust;
  visibility?: Visibility;
  /** The import fails, and changes nothing, when there are more. */
  maxServers: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/**
 * Reads `catalog.providers.mcpRegistry`.
 *
 * @throws InputError when a value is not one that the import understands
 */
export function readRegistryImportConfigs(
  config: Config,
): RegistryImportConfig[] {
  const imports = config.getOptionalConfig(CONFIG_PATH);
  return (imports?.keys() ?? []).map(id =>
    readRegistryImportConfig(id, config.getConfig(`${CONFIG_PATH}.${id}`)),
  );
}

function readRegistryImportConfig(
  id: string,
  config: Config,
): RegistryImportConfig {
  const maxServers = config.getOptionalNumber('maxServers') ?? 10_000;
  if (!Number.isInteger(maxServers) || maxServers < 1) {
    throw new InputError(
      `${CONFIG_PATH}.${id}.maxServers must be a whole number above 0 (it is ${maxServers})`,
    );
  }
  return {
    id,
    location: readLocation(id, config),
    owner: config.getString('owner'),
    lifecycle: config.getOptionalString('lifecycle') ?? 'production',
    system: config.getOptionalString('system'),
    trust: readOneOf(id, config, 'trust', TRUST_LEVELS) ?? 'unverified',
    visibility: readOneOf(id, config, 'visibility', VISIBILITIES),
    maxServers,
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : DEFAULT_SCHEDULE,
  };
}

function readLocation(id: string, config: Config): RegistryLocation {
  const url = config.getOptionalString('url');
  const path = config.getOptionalString('file');
  if ((url === undefined) === (path === undefined)) {
    throw new InputError(
      `${CONFIG_PATH}.${id} must have either url or file, and not both`,
    );
  }
  if (path !== undefined) {
    return { type: 'file', path };
  }
  const parsed = URL.canParse(url!) ? new URL(url!) : undefined;
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') {
    throw new InputError(
      `${CONFIG_PATH}.${id}.url must be an http or https URL (it is ${url})`,
    );
  }
  if (parsed.username || parsed.password) {
    throw new InputError(
      `${CONFIG_PATH}.${id}.url must not contain a user name or password: it is written to entities and to the log`,
    );
  }
  if (parsed.pathname.endsWith('.json')) {
    return { type: 'list', url: parsed.href };
  }
  // The base is wanted, but the address of the endpoint is understood too.
  const base = parsed.pathname.replace(/(\/v0(\.1)?(\/servers)?)?\/*$/, '');
  return { type: 'registry', url: `${parsed.origin}${base}` };
}

function readOneOf<T extends string>(
  id: string,
  config: Config,
  key: string,
  allowed: readonly T[],
): T | undefined {
  const value = config.getOptionalString(key);
  const found = allowed.find(item => item === value);
  if (value !== undefined && found === undefined) {
    throw new InputError(
      `${CONFIG_PATH}.${id}.${key} must be one of ${allowed.join(
        ', ',
      )} (it is ${value})`,
    );
  }
  return found;
}
