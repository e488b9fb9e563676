import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/core-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** A team that one belongs to. */
export interface OwnTeam {
  /** Entity ref. */
  ref: string;
  title: string;
}

/** The teams that one acts for, as far as the catalog knows them. */
export async function ownTeams(apis: {
  identityApi: IdentityApi;
  catalogApi: CatalogApi;
}): Promise<OwnTeam[]> {
  const { ownershipEntityRefs } = await apis.identityApi.getBackstageIdentity();
  const refs = ownershipEntityRefs.filter(isGroup);
  if (refs.length === 0) {
    return [];
  }
  const { items } = await apis.catalogApi.getEntitiesByRefs({
    entityRefs: refs,
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile.displayName',
    ],
  });
  return items
    .flatMap(entity => {
      if (!entity) {
        return [];
      }
      const profile = entity.spec?.profile as
        | { displayName?: string }
        | undefined;
      const { title, name } = entity.metadata;
      return [
        {
          ref: stringifyEntityRef(entity),
          title: profile?.displayName ?? title ?? name,
        },
      ];
    })
    .sort((one, other) => one.title.localeCompare(other.title));
}

function isGroup(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group';
}
