import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readVariableName } from './environmentVariable';

/** A package at one version that the portal may start, and how. */
export interface StdioRule {
  registryType: string;
  identifier: string;
  version: string;
  /** Absent when the package is installed with the backend. */
  command?: string;
  args: string[];
  /** A literal value, or the variable of the backend's environment to take. */
  env: Record<string, { value: string } | { fromEnv: string }>;
  workingDirectory?: string;
  /** Where the operator wrote it, for messages. */
  at: string;
}

/** `package@version`, as messages and answers name it. */
export function packageName(rule: {
  identifier: string;
  version?: string;
}): string {
  return `${rule.identifier}@${rule.version ?? '(no version)'}`;
}

/** Reads one entry of `mcpRegistry.introspection.stdio`. */
export function readStdioRule(config: Config, at: string): StdioRule {
  const registryType = config.getString('registryType');
  const version = config.getString('version');
  const command = config.getOptionalString('command');
  const installed = config.getOptionalBoolean('installed') ?? false;
  if (!/^[0-9A-Za-z][0-9A-Za-z.+_-]*$/.test(version) || version === 'latest') {
    throw new InputError(
      `${at}.version must be one exact version, not a range or a tag`,
    );
  }
  if (installed === (command !== undefined)) {
    throw new InputError(
      `${at} must have either 'installed: true' or 'command'`,
    );
  }
  if (installed && registryType !== 'npm') {
    throw new InputError(
      `${at}.installed is only possible for registryType npm; write a 'command' instead`,
    );
  }
  return {
    registryType,
    identifier: config.getString('identifier'),
    version,
    command,
    args: config.getOptionalStringArray('args') ?? [],
    env: readEnv(config.getOptionalConfig('env'), `${at}.env`),
    workingDirectory: config.getOptionalString('workingDirectory'),
    at,
  };
}

function readEnv(config: Config | undefined, at: string): StdioRule['env'] {
  const names = config?.keys() ?? [];
  return Object.fromEntries(
    names.map(name => {
      const value = config!.get(name);
      return typeof value === 'string'
        ? [name, { value }]
        : [
            name,
            {
              fromEnv: readVariableName(
                config!.getConfig(name),
                'fromEnv',
                `${at}.${name}`,
              ),
            },
          ];
    }),
  );
}
