import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import type { TargetRepository } from '@mcp-portal/plugin-mcp-templates-common';

import type { Problems } from '../../../problems';

/**
 * That the catalog was not told of the new repository's file yet: it could not
 * be told again, and who undoes a failed run takes the location away.
 */
export async function checkLocation(
  services: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getLocationByRef'>;
  },
  options: {
    repository: Pick<TargetRepository, 'catalogInfoUrl'>;
    problems: Problems;
  },
): Promise<void> {
  const { auth, catalog } = services;
  const { repository, problems } = options;
  // As the portal: people may not look at locations.
  const location = await catalog.getLocationByRef(
    `url:${repository.catalogInfoUrl}`,
    { credentials: await auth.getOwnServiceCredentials() },
  );
  if (location) {
    problems.add(
      'name',
      `the catalog was told of ${repository.catalogInfoUrl} already. Take another name, or have whoever manages the catalog remove that location.`,
    );
  }
}
