import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_CONSUMES_API,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  isAgentEntity,
  readServerUses,
} from '@mcp-portal/plugin-mcp-registry-common';

import { findEntityProblems } from './findEntityProblems';

/**
 * Checks the portal's fields on servers and agents, and relates an agent to
 * the servers that it declares. Reads the entity alone, never the network.
 */
export class McpEntityProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'McpEntityProcessor';
  }

  /**
   * Checks here and not in `validateEntityKind`, because the schema of the
   * model layer is checked there first, in words for programs.
   */
  async preProcessEntity(entity: Entity): Promise<Entity> {
    const problems = findEntityProblems(entity);
    if (problems.length > 0) {
      throw new InputError(problems.join('; '));
    }
    return entity;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (isAgentEntity(entity)) {
      const agent = getCompoundEntityRef(entity);
      // For spec.consumesApis of a Component upstream emits the same pair; the
      // catalog keeps one of equal relations.
      for (const { serverRef } of readServerUses(entity)) {
        const server = parseEntityRef(serverRef);
        emit(
          processingResult.relation({
            source: agent,
            type: RELATION_CONSUMES_API,
            target: server,
          }),
        );
        emit(
          processingResult.relation({
            source: server,
            type: RELATION_API_CONSUMED_BY,
            target: agent,
          }),
        );
      }
    }
    return entity;
  }
}
