import { resolve } from 'node:path';

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { REPOSITORY_HOSTS } from '@mcp-portal/plugin-mcp-templates-common';

import { completeTeamRef } from '../repositories/repositoryNames';
import { CodeHostSettings, OperatorSettings } from './OperatorSettings';

const KEY = 'mcpTemplates.repositories';
const TYPE = `${KEY}.type`;
const DIRECTORY = `${KEY}.directory`;
const HOST = `${KEY}.host`;
const OWNER = `${KEY}.owner`;
const OWNERS = `${KEY}.owners`;
const VISIBILITY = `${KEY}.visibility`;

const VISIBILITIES = ['private', 'internal', 'public'] as const;
const HOST_PATTERN = /^[a-z0-9]+([.-]+[a-z0-9]+)*(:\d{1,5})?$/;

/** An organisation of GitHub; a group of GitLab, which may be within others. */
const OWNER_PATTERNS = {
  github: /^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/,
  gitlab: /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/,
};

/** Where new repositories are made. */
export function readRepositorySettings(
  config: Config,
): OperatorSettings['repositories'] {
  const type = oneOf(TYPE, REPOSITORY_HOSTS, {
    value: config.getOptionalString(TYPE) ?? 'local',
  });
  return type === 'local'
    ? { type, directory: readDirectory(config) }
    : readCodeHost(config, type);
}

function readDirectory(config: Config): string {
  const directory = config.getOptionalString(DIRECTORY);
  if (!directory) {
    throw new InputError(
      `${DIRECTORY} is missing: name the folder that keeps the repositories of new servers, or set ${TYPE} to github or gitlab.`,
    );
  }
  return resolve(directory);
}

function readCodeHost(
  config: Config,
  type: CodeHostSettings['type'],
): CodeHostSettings {
  const host = config.getOptionalString(HOST) ?? `${type}.com`;
  if (!HOST_PATTERN.test(host)) {
    throw new InputError(
      `${HOST} is ${JSON.stringify(
        host,
      )}; it must be the name of the host alone, such as ${type}.com.`,
    );
  }
  if (ScmIntegrations.fromConfig(config).byHost(host)?.type !== type) {
    throw new InputError(
      `${HOST} is ${host}, and there is no integration for it: add one to integrations.${type}, with what may create repositories there.`,
    );
  }
  return {
    type,
    host,
    owner: readOwner(OWNER, type, config.getOptionalString(OWNER)),
    owners: readOwners(config, type),
    visibility: oneOf(VISIBILITY, VISIBILITIES, {
      value: config.getOptionalString(VISIBILITY) ?? 'internal',
    }),
  };
}

function readOwners(
  config: Config,
  type: CodeHostSettings['type'],
): { [teamRef: string]: string } {
  // Not by key: the config takes no entity ref for one.
  const owners = config.getOptional(OWNERS) ?? {};
  if (typeof owners !== 'object' || Array.isArray(owners)) {
    throw new InputError(
      `${OWNERS} must hold entity refs of teams, each with the name of its organisation or group.`,
    );
  }
  return Object.fromEntries(
    Object.entries(owners).map(([ref, owner]) => [
      readTeamRef(ref),
      readOwner(`${OWNERS}[${JSON.stringify(ref)}]`, type, owner),
    ]),
  );
}

function readTeamRef(ref: string): string {
  const teamRef = completeTeamRef(ref);
  if (!teamRef) {
    throw new InputError(
      `${OWNERS} names ${JSON.stringify(
        ref,
      )}, which is no team's entity ref; write it as group:default/name.`,
    );
  }
  return teamRef;
}

function readOwner(
  key: string,
  type: CodeHostSettings['type'],
  owner: unknown,
): string {
  if (typeof owner !== 'string' || !OWNER_PATTERNS[type].test(owner)) {
    const what =
      type === 'github'
        ? 'the name of an organisation'
        : 'the path of a group, such as group/subgroup';
    throw new InputError(
      owner === undefined
        ? `${key} is missing: it must be ${what}.`
        : `${key} is ${JSON.stringify(owner)}; it must be ${what}.`,
    );
  }
  return owner;
}

function oneOf<T extends string>(
  key: string,
  allowed: readonly T[],
  { value }: { value: string },
): T {
  const found = allowed.find(one => one === value);
  if (!found) {
    throw new InputError(
      `${key} is ${JSON.stringify(value)}; it must be one of ${allowed.join(
        ', ',
      )}.`,
    );
  }
  return found;
}
