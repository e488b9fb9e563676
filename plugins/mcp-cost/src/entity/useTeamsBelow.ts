import {
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';

/** As many as one question of usage may name. */
export const MOST_TEAMS = 200;

/**
 * The teams below a team, at any depth; none, without asking, for one that
 * stands at the end. Of a very large department as many as can be asked for.
 */
export function useTeamsBelow(entity: Entity): Loaded<string[]> {
  const catalog = useApi(catalogApiRef);
  const teamRef = stringifyEntityRef(entity);
  const children = childrenOf(entity);
  return useLoaded({
    subject: teamRef,
    request: JSON.stringify([teamRef, children]),
    load: async () => {
      const below = new Set<string>();
      let level = children;
      while (level.length > 0 && below.size < MOST_TEAMS) {
        level.forEach(ref => below.add(ref));
        const { items } = await catalog.getEntitiesByRefs({
          entityRefs: level,
          fields: ['kind', 'metadata', 'relations'],
        });
        level = [...new Set(items.flatMap(item => childrenOf(item)))].filter(
          // A hierarchy that goes in circles ends too.
          ref => ref !== teamRef && !below.has(ref),
        );
      }
      return [...below].slice(0, MOST_TEAMS - 1);
    },
  });
}

function childrenOf(entity?: Entity): string[] {
  return entity
    ? getEntityRelations(entity, RELATION_PARENT_OF, { kind: 'group' }).map(
        ref => stringifyEntityRef(ref),
      )
    : [];
}
