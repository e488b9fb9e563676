import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';

import { emitAssetRelations } from '../relations/emitAssetRelations';
import { findEntityProblems } from './findEntityProblems';

/**
 * Checks the portal's fields on servers and agents, and emits their relations.
 * Reads the entity alone, never the network.
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
    emitAssetRelations(entity, emit);
    return entity;
  }
}
