import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';
import { ownTeams, type OwnTeam } from './ownTeams';

/** The teams that the person belongs to, by name. */
export function useOwnTeams(): Loaded<OwnTeam[]> {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useLoaded({
    subject: 'own teams',
    request: 'own teams',
    load: () => ownTeams({ identityApi, catalogApi }),
  });
}
