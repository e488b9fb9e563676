import {
  CompoundEntityRef,
  DEFAULT_NAMESPACE,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { CatalogModelKind } from '@backstage/catalog-model/alpha';
import {
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { readVisibility } from '@mcp-portal/plugin-mcp-registry-common';

import { findReverseRelation } from './upstreamModel';

/**
 * Relates an entity to another one, from both ends; for an entity that only its
 * team may know of, from its own end alone. The other end is written on the
 * other entity, such as `ownerOf` on a group, and everyone may read that one.
 */
export function emitRelation(options: {
  entity: Entity;
  type: string;
  reverseType: string | undefined;
  target: CompoundEntityRef;
  emit: CatalogProcessorEmit;
}): void {
  const { entity, type, reverseType, target, emit } = options;
  const source = getCompoundEntityRef(entity);
  emit(processingResult.relation({ source, type, target }));
  if (reverseType && readVisibility(entity) === 'organisation') {
    emit(
      processingResult.relation({
        source: target,
        type: reverseType,
        target: source,
      }),
    );
  }
}

/**
 * Emits the relations of a kind as the catalog itself does from its model.
 */
export function emitRelationsOfKind(options: {
  entity: Entity;
  kind: CatalogModelKind;
  emit: CatalogProcessorEmit;
}): void {
  const { entity, kind, emit } = options;
  const ownNamespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  for (const field of kind.relationFields) {
    const refs = [valueAt(entity, field.path)].flat();
    for (const ref of refs) {
      if (typeof ref !== 'string' || !ref) {
        continue;
      }
      const target = parseEntityRef(ref, {
        defaultKind: field.defaultKind,
        defaultNamespace:
          field.defaultNamespace === 'default'
            ? DEFAULT_NAMESPACE
            : ownNamespace,
      });
      const targetKind = target.kind.toLocaleLowerCase('en-US');
      const isAllowed =
        field.allowedKinds?.some(
          allowed => allowed.toLocaleLowerCase('en-US') === targetKind,
        ) ?? true;
      if (isAllowed) {
        emitRelation({
          entity,
          type: field.relation,
          reverseType: findReverseRelation({
            sourceKind: entity.kind,
            type: field.relation,
            targetKind,
          }),
          target,
          emit,
        });
      }
    }
  }
}

function valueAt(entity: Entity, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      entity,
    );
}
