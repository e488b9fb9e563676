import { useApi } from '@backstage/core-plugin-api';
import type { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';
import { mcpTemplatesApiRef } from '../api';

export interface RepositoryPlace {
  team: string;
  name: string;
}

export function useRepository(place: RepositoryPlace): Loaded<LocalRepository> {
  const templates = useApi(mcpTemplatesApiRef);
  const subject = JSON.stringify([place.team, place.name]);
  return useLoaded({
    subject,
    request: subject,
    load: signal => templates.getRepository(place, { signal }),
  });
}

export function useRepositoryFile(
  place: RepositoryPlace,
  path: string,
): Loaded<string> {
  const templates = useApi(mcpTemplatesApiRef);
  const subject = JSON.stringify([place.team, place.name, path]);
  return useLoaded({
    subject,
    request: subject,
    load: signal => templates.getRepositoryFile({ ...place, path }, { signal }),
  });
}
