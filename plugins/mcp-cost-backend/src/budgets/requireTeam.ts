import { NotFoundError } from '@backstage/errors';

import type { CostScope } from '../access';
import type { CatalogSnapshot, DirectoryTeam } from '../catalog';
import { mayRead } from './teamRights';

/**
 * A team of the catalog whose cost the caller may see.
 *
 * @throws NotFoundError otherwise: what one may not see is as if it did not exist
 */
export function requireTeam(
  catalog: CatalogSnapshot,
  scope: CostScope,
  teamRef: string,
): DirectoryTeam {
  const team = catalog.teams.get(teamRef);
  if (!team || !mayRead(scope, teamRef)) {
    throw new NotFoundError(
      `No team ${teamRef} whose cost you may see; check the name, and that you are in the team or in one above it`,
    );
  }
  return team;
}
