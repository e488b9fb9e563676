import type { Owner } from '@mcp-portal/plugin-mcp-registry-common';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * Finds out who owns entities, and whether those owners exist.
 */
export class OwnerLookup {
  readonly #refs: Set<string>;
  readonly #titles = new Map<string, string | undefined>();

  constructor(entities: Entity[]) {
    this.#refs = new Set(entities.map(ownerRefOf));
  }

  /** The owners to ask the catalog for, some at a time. */
  batches(size: number): string[][] {
    const refs = [...this.#refs].filter(Boolean);
    return Array.from({ length: Math.ceil(refs.length / size) }, (_, index) =>
      refs.slice(index * size, (index + 1) * size),
    );
  }

  /** Takes the catalog's answer for a batch, in the same order. */
  add(refs: string[], entities: (Entity | undefined)[]): void {
    entities.forEach((entity, index) => {
      if (entity) {
        this.#titles.set(refs[index], titleOf(entity));
      }
    });
  }

  ownerOf(entity: Entity): Owner {
    const ref = ownerRefOf(entity);
    return { ref, exists: this.#titles.has(ref), title: this.#titles.get(ref) };
  }
}

/** The first owner: upstream's relation, else what the entity says. */
function ownerRefOf(entity: Entity): string {
  const relation = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  if (relation) {
    return relation.targetRef.toLocaleLowerCase('en-US');
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(String(entity.spec?.owner), {
        defaultKind: 'group',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return String(entity.spec?.owner ?? '').toLocaleLowerCase('en-US');
  }
}

function titleOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return typeof displayName === 'string' ? displayName : entity.metadata.title;
}
