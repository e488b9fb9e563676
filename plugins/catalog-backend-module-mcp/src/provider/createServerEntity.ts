import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  EntityLink,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_VERSION,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';
import { resolve } from 'node:path';

import { deriveRemotes } from './deriveRemotes';
import { findKeysThatDifferInCase } from './findKeysThatDifferInCase';
import { RegistryImportConfig, RegistryLocation } from './RegistryImportConfig';
import { RegistryRecord, ServerJson } from './RegistryRecord';

/**
 * The catalog entity of an imported server.
 *
 * @throws InputError when the catalog could not hold the server
 */
export function createServerEntity(options: {
  record: RegistryRecord;
  entityName: string;
  config: RegistryImportConfig;
}): Entity {
  const { record, entityName, config } = options;
  const { server, status } = record;
  const location = locationRefOf(config.location, server);
  const links = linksOf(server);
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: entityName,
      title: server.title ?? server.name,
      description: server.description,
      annotations: {
        [ANNOTATION_REGISTRY_NAME]: server.name,
        [ANNOTATION_REGISTRY_VERSION]: server.version,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
      ...(links.length > 0 && { links }),
    },
    spec: {
      type: SERVER_ENTITY_TYPE,
      lifecycle: status === 'deprecated' ? 'deprecated' : config.lifecycle,
      owner: config.owner,
      ...(config.system && { system: config.system }),
      remotes: deriveRemotes(server).map(remote => ({ ...remote })),
      ...(server.packages?.length && {
        packages: server.packages as JsonObject[],
      }),
      trust: config.trust,
      ...(config.visibility && { visibility: config.visibility }),
    },
  };
  const doubled = findKeysThatDifferInCase(entity.spec);
  if (doubled.length > 0) {
    throw new InputError(
      `the catalog can't index fields that differ in case only: ${doubled.join(
        ', ',
      )}`,
    );
  }
  return entity;
}

function locationRefOf(location: RegistryLocation, server: ServerJson): string {
  switch (location.type) {
    case 'file':
      return `file:${resolve(location.path)}`;
    case 'list':
      return `url:${location.url}`;
    default:
      return `url:${location.url}/v0.1/servers/${encodeURIComponent(
        server.name,
      )}/versions/latest`;
  }
}

// A link is something that people click: no other protocol may get there.
function linksOf({ repository, websiteUrl }: ServerJson): EntityLink[] {
  return [
    { url: repository?.url, title: 'Repository', icon: 'code' },
    { url: websiteUrl, title: 'Website', icon: 'web' },
  ].flatMap(({ url, ...link }) =>
    url && /^https?:$/.test(URL.parse(url)?.protocol ?? '')
      ? [{ url, ...link }]
      : [],
  );
}
