import {
  CatalogModelKind,
  compileCatalogModel,
  defaultCatalogEntityModel,
  mcpServerApiEntityModel,
} from '@backstage/catalog-model/alpha';
import { InputError } from '@backstage/errors';
import { SERVER_ENTITY_TYPE } from '@mcp-portal/plugin-mcp-registry-common';

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  mcpServerApiEntityModel,
]);

/** What upstream's model says of a server. */
export const upstreamServer = findKind('API', SERVER_ENTITY_TYPE);

/** What upstream's model says of a Component, and so of an agent. */
export const upstreamComponent = findKind('Component');

/**
 * The name that upstream gives a relation when it is read from the other end,
 * such as `ownerOf` for `ownedBy`.
 */
export function findReverseRelation(options: {
  sourceKind: string;
  type: string;
  targetKind: string;
}): string | undefined {
  const targetKind = options.targetKind.toLocaleLowerCase('en-US');
  return model
    .getRelations({ kind: options.sourceKind })
    ?.find(
      ({ forward, toKind }) =>
        forward.type === options.type &&
        toKind.some(kind => kind.toLocaleLowerCase('en-US') === targetKind),
    )?.reverse.type;
}

function findKind(kind: string, type?: string): CatalogModelKind {
  const found = model.getKind({
    kind,
    apiVersion: 'backstage.io/v1alpha1',
    spec: { type },
  });
  if (!found) {
    throw new InputError(
      `Upstream's catalog model has no kind ${kind}; check the version of @backstage/catalog-model`,
    );
  }
  return found;
}
