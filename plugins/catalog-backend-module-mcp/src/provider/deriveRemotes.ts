import { InputError } from '@backstage/errors';
import { ServerRemote } from '@mcp-portal/plugin-mcp-registry-common';

import { ServerJson } from './RegistryRecord';

type Package = NonNullable<ServerJson['packages']>[number];

// People copy the command from the portal into a shell.
const SHELL_SAFE = /^[A-Za-z0-9@._+:/-]+$/;

/**
 * Where a server is reached: its remotes, or, for one that has none, how its
 * packages are started. Upstream's model allows a command for stdio.
 *
 * @throws InputError when there is neither
 */
export function deriveRemotes(server: ServerJson): ServerRemote[] {
  if (server.remotes?.length) {
    // Of headers their names alone: a value may be a secret.
    return server.remotes.map(({ type, url, headers }) => ({
      type,
      url,
      ...(headers?.length && {
        headers: headers.map(({ name }) => ({ name })),
      }),
    }));
  }
  if (server.packages?.length) {
    return server.packages.map(entry =>
      entry.transport.type === 'stdio'
        ? { type: 'stdio', url: startCommand(entry) }
        : { type: entry.transport.type, url: entry.transport.url! },
    );
  }
  throw new InputError('server has neither remotes nor packages');
}

function startCommand(entry: Package): string {
  const { registryType, identifier, version } = entry;
  const words = [identifier, ...(version ? [version] : [])];
  if (registryType !== 'mcpb' && !words.every(word => SHELL_SAFE.test(word))) {
    throw new InputError(
      `the ${registryType} package ${JSON.stringify(
        identifier,
      )} has characters in its name or version that no package has`,
    );
  }
  const pinned = version ? `${identifier}@${version}` : identifier;
  switch (registryType) {
    case 'npm':
      return `npx -y ${pinned}`;
    case 'pypi':
      return `uvx ${pinned}`;
    case 'nuget':
      return `dnx ${pinned} --yes`;
    case 'oci':
      return `docker run -i --rm ${imageReference(identifier, version)}`;
    default:
      // An mcpb bundle is opened by the client; there is no command for it.
      return identifier;
  }
}

// server.json puts the tag into the identifier; older records have it apart.
function imageReference(identifier: string, version?: string): string {
  const lastPart = identifier.slice(identifier.lastIndexOf('/') + 1);
  return version && !/[:@]/.test(lastPart)
    ? `${identifier}:${version}`
    : identifier;
}
