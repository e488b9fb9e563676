import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { CredentialRule, readCredentialRule } from './CredentialRule';
import { HostRule, readHostRule } from './HostRule';
import { packageName, readStdioRule, StdioRule } from './StdioRule';

const ROOT = 'mcpRegistry.introspection';
const DEFAULT_DEADLINE_MS = 20_000;
const MAX_DEADLINE_MS = 300_000;
const DEFAULT_MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

/** What the operator allows the portal to call, start and send. */
export interface IntrospectionRules {
  /** For one server, everything included. */
  deadlineMs: number;
  /** Of one HTTP response, decompressed; or of one line of a process. */
  maxResponseBytes: number;
  hosts: HostRule[];
  stdio: StdioRule[];
  credentials: CredentialRule[];
}

/**
 * Reads `mcpRegistry.introspection`. Without it nothing is called or started.
 *
 * @throws InputError that names the path in the config that is wrong.
 */
export function readIntrospectionRules(config: Config): IntrospectionRules {
  const section = config.getOptionalConfig(ROOT);
  const rules: IntrospectionRules = {
    deadlineMs: readDeadline(section),
    maxResponseBytes: readMaxResponseBytes(section),
    hosts: readList(section, 'hosts', readHostRule),
    stdio: readList(section, 'stdio', readStdioRule),
    credentials: readList(section, 'credentials', readCredentialRule),
  };
  refuseTwice(rules.credentials, 'credentials', rule => rule.name);
  refuseTwice(
    rules.stdio,
    'stdio',
    rule => `${rule.registryType} ${packageName(rule)}`,
  );
  return rules;
}

function readList<T>(
  section: Config | undefined,
  key: string,
  read: (config: Config, at: string) => T,
): T[] {
  return (section?.getOptionalConfigArray(key) ?? []).map((entry, i) =>
    read(entry, `${ROOT}.${key}[${i}]`),
  );
}

function readDeadline(section: Config | undefined): number {
  if (!section?.has('deadline')) {
    return DEFAULT_DEADLINE_MS;
  }
  const deadlineMs = durationToMilliseconds(
    readDurationFromConfig(section, { key: 'deadline' }),
  );
  if (!(deadlineMs > 0 && deadlineMs <= MAX_DEADLINE_MS)) {
    throw new InputError(
      `${ROOT}.deadline must be more than 0 and at most 5 minutes`,
    );
  }
  return deadlineMs;
}

function readMaxResponseBytes(section: Config | undefined): number {
  const bytes =
    section?.getOptionalNumber('maxResponseBytes') ??
    DEFAULT_MAX_RESPONSE_BYTES;
  if (!Number.isInteger(bytes) || bytes < 1024 || bytes > 256 * 1024 * 1024) {
    throw new InputError(
      `${ROOT}.maxResponseBytes must be a whole number from 1024 to 268435456`,
    );
  }
  return bytes;
}

function refuseTwice<T>(list: T[], key: string, nameOf: (item: T) => string) {
  const names = list.map(nameOf);
  const i = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (i >= 0) {
    throw new InputError(
      `${ROOT}.${key}[${i}] repeats '${names[i]}'; each may be listed once`,
    );
  }
}
