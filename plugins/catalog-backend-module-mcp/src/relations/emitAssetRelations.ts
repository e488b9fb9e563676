import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_CONSUMES_API,
} from '@backstage/catalog-model';
import { CatalogProcessorEmit } from '@backstage/plugin-catalog-node';
import {
  isAgentEntity,
  isServerEntity,
  readServerUses,
} from '@mcp-portal/plugin-mcp-registry-common';

import { emitRelation, emitRelationsOfKind } from './emitRelations';
import { upstreamComponent, upstreamServer } from './upstreamModel';

/**
 * Relates a server or an agent to its owner, its system and the like, and an
 * agent to the servers that it declares. For AiResource the catalog relates all
 * but the servers.
 */
export function emitAssetRelations(
  entity: Entity,
  emit: CatalogProcessorEmit,
): void {
  if (isServerEntity(entity)) {
    emitRelationsOfKind({ entity, kind: upstreamServer, emit });
  }
  if (isAgentEntity(entity)) {
    if (entity.kind === 'Component') {
      emitRelationsOfKind({ entity, kind: upstreamComponent, emit });
    }
    // A server that is in spec.consumesApis too comes twice; the catalog keeps
    // one of equal relations.
    for (const { serverRef } of readServerUses(entity)) {
      emitRelation({
        entity,
        type: RELATION_CONSUMES_API,
        reverseType: RELATION_API_CONSUMED_BY,
        target: parseEntityRef(serverRef),
        emit,
      });
    }
  }
}
