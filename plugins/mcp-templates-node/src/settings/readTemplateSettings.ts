import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

import { OperatorSettings } from './OperatorSettings';
import { readHttpUrl } from './readHttpUrl';
import { readRepositorySettings } from './readRepositorySettings';

const KEY = 'mcpTemplates';
const SERVER_URL = `${KEY}.servers.url`;
const PORTS = `${KEY}.servers.ports`;
const ISSUER = `${KEY}.authorization.issuer`;
const IMAGE_REGISTRY = `${KEY}.imageRegistry`;
const CLI_PACKAGE = `${KEY}.cliPackage`;

const DEFAULT_SERVER_URL = 'http://localhost:{port}/mcp';
const DEFAULT_PORTS = { from: 4100, to: 4199 };
/** RFC 2606 keeps this name free: whoever has no registry sees that it is none. */
const DEFAULT_IMAGE_REGISTRY = 'registry.example.com/mcp';
const DEFAULT_CLI_PACKAGE = '@mcp-portal/cli';

// They are written into files of every new repository, some of them scripts.
const REGISTRY_PATTERN =
  /^[a-z0-9]+([.-][a-z0-9]+)*(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const PACKAGE_PATTERN = /^[A-Za-z0-9@][A-Za-z0-9@._~^+:/-]{0,299}$/;

/**
 * What the operator set in `mcpTemplates`, checked, with the defaults of
 * `config.d.ts`.
 *
 * Config files are merged key by key: a file that changes the type of
 * repositories leaves the settings of the other types, which are not looked at
 * then.
 *
 * @param config - the root config: a code host's integration is looked up too
 * @throws InputError that names the key, and says what to put there
 * @public
 */
export function readTemplateSettings(config: Config): OperatorSettings {
  const issuer = config.getOptionalString(ISSUER);
  return {
    repositories: readRepositorySettings(config),
    servers: { url: readServerUrl(config), ports: readPorts(config) },
    ...(issuer && { authorization: { issuer: readHttpUrl(ISSUER, issuer) } }),
    imageRegistry: readMatching(config, {
      key: IMAGE_REGISTRY,
      pattern: REGISTRY_PATTERN,
      byDefault: DEFAULT_IMAGE_REGISTRY,
      example: DEFAULT_IMAGE_REGISTRY,
    }),
    cliPackage: readMatching(config, {
      key: CLI_PACKAGE,
      pattern: PACKAGE_PATTERN,
      byDefault: DEFAULT_CLI_PACKAGE,
      example: `${DEFAULT_CLI_PACKAGE}@1.2.3`,
    }),
  };
}

function readServerUrl(config: Config): string {
  const url = config.getOptionalString(SERVER_URL) ?? DEFAULT_SERVER_URL;
  if (!url.includes('{name}') && !url.includes('{port}')) {
    throw new InputError(
      `${SERVER_URL} is ${JSON.stringify(
        url,
      )}; it must hold {name} or {port}, for otherwise all new servers had one address.`,
    );
  }
  readHttpUrl(
    SERVER_URL,
    url.replaceAll('{name}', 'name').replaceAll('{port}', '4100'),
  );
  return url;
}

function readPorts(config: Config): { from: number; to: number } {
  const from = config.getOptionalNumber(`${PORTS}.from`) ?? DEFAULT_PORTS.from;
  const to = config.getOptionalNumber(`${PORTS}.to`) ?? DEFAULT_PORTS.to;
  const isRange =
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    from >= 1 &&
    from <= to &&
    to <= 65_535;
  if (!isRange) {
    throw new InputError(
      `${PORTS} is from ${from} to ${to}; both must be whole numbers from 1 to 65535, and "to" must not be below "from".`,
    );
  }
  return { from, to };
}

function readMatching(
  config: Config,
  options: { key: string; pattern: RegExp; byDefault: string; example: string },
): string {
  const { key, pattern, byDefault, example } = options;
  const value = config.getOptionalString(key) ?? byDefault;
  if (!pattern.test(value)) {
    throw new InputError(
      `${key} is ${JSON.stringify(value)}; it must look like ${example}.`,
    );
  }
  return value;
}
