import {
  ANNOTATION_SAMPLE,
  readServerUses,
  readVisibility,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

import type { IndexedAgent } from '../agents/AgentIndexStore';
import type { OwnerLookup } from './OwnerLookup';

/**
 * An agent's entity as the index keeps it. An agent consumes other APIs too:
 * those count only when they are among the servers.
 */
export function toIndexedAgent(
  entity: Entity,
  owners: OwnerLookup,
  serverRefs: Set<string>,
): IndexedAgent {
  const owner = owners.ownerOf(entity);
  const { metadata, spec } = entity;
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    title: metadata.title,
    purpose: metadata.description,
    ownerRef: owner.ref,
    ownerExists: owner.exists,
    ownerTitle: owner.title,
    lifecycle: typeof spec?.lifecycle === 'string' ? spec.lifecycle : 'unknown',
    visibility: readVisibility(entity),
    sample: metadata.annotations?.[ANNOTATION_SAMPLE] === 'true',
    uses: readServerUses(entity).filter(
      use => use.source === 'mcpServers' || serverRefs.has(use.serverRef),
    ),
  };
}
