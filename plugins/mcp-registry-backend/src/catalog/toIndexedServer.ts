import {
  ANNOTATION_CREATED_FROM,
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_VERSION,
  ANNOTATION_SAMPLE,
  ANNOTATION_WHY_NEW,
  readServerEntity,
} from '@mcp-portal/plugin-mcp-registry-common';
import { plainText } from '@mcp-portal/plugin-mcp-node';
import {
  Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

import type { IndexedServer } from '../servers/ServerIndexStore';
import type { OwnerLookup } from './OwnerLookup';

/** In characters: a sentence or two. */
const MAX_WHY_NEW_LENGTH = 500;
const MAX_CREATED_FROM_LENGTH = 100;

/** A server's entity as the index keeps it. */
export function toIndexedServer(
  entity: Entity,
  owners: OwnerLookup,
): IndexedServer {
  const server = readServerEntity(entity);
  const owner = owners.ownerOf(entity);
  const { annotations = {}, ...metadata } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    title: metadata.title,
    purpose: metadata.description,
    ownerRef: owner.ref,
    ownerExists: owner.exists,
    ownerTitle: owner.title,
    lifecycle: server.lifecycle,
    systemRef: entity.relations?.find(({ type }) => type === RELATION_PART_OF)
      ?.targetRef,
    trust: server.trust,
    visibility: server.visibility,
    dataSensitivity: server.dataSensitivity,
    sample: annotations[ANNOTATION_SAMPLE] === 'true',
    declared: {
      remotes: server.remotes,
      packages: server.packages,
      onCall: httpsOnly(server.onCall),
      registryName: annotations[ANNOTATION_REGISTRY_NAME],
      registryVersion: annotations[ANNOTATION_REGISTRY_VERSION],
      tags: metadata.tags ?? [],
      whyNew: shortText(annotations[ANNOTATION_WHY_NEW], MAX_WHY_NEW_LENGTH),
      createdFrom: shortText(
        annotations[ANNOTATION_CREATED_FROM],
        MAX_CREATED_FROM_LENGTH,
      ),
      links: (metadata.links ?? []).map(({ url, title }) => ({ url, title })),
    },
  };
}

/** Text on one line: anybody may write anything into an annotation. */
function shortText(
  text: string | undefined,
  maxLength: number,
): string | undefined {
  return (text && plainText(text, maxLength)) || undefined;
}

// Shown as a link: nothing but https may become one.
function httpsOnly(url: string | undefined): string | undefined {
  return url?.startsWith('https://') ? url : undefined;
}
