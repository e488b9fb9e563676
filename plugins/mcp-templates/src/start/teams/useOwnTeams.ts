import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';

export interface OwnTeam {
  /** Entity ref, complete and in lower case. */
  ref: string;
  name: string;
}

/** The teams that the person belongs to, by name. */
export function useOwnTeams(): Loaded<OwnTeam[]> {
  const identity = useApi(identityApiRef);
  const catalog = useApi(catalogApiRef);
  return useLoaded({
    subject: 'own teams',
    request: 'own teams',
    load: async () => {
      const { ownershipEntityRefs } = await identity.getBackstageIdentity();
      const refs = ownershipEntityRefs
        .map(ref => stringifyEntityRef(parseEntityRef(ref)))
        .filter(ref => parseEntityRef(ref).kind === 'group');
      const { items } = refs.length
        ? await catalog.getEntitiesByRefs({
            entityRefs: refs,
            fields: ['kind', 'metadata', 'spec.profile'],
          })
        : { items: [] };
      return refs
        .map((ref, index) => ({ ref, name: teamName(ref, items[index]) }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },
  });
}

function teamName(
  ref: string,
  entity?: { metadata: { title?: string }; spec?: object },
): string {
  const { profile } = (entity?.spec ?? {}) as {
    profile?: { displayName?: string };
  };
  return (
    profile?.displayName ?? entity?.metadata.title ?? parseEntityRef(ref).name
  );
}
