import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';

/** Who did something: a person of the catalog, or a service by its name. */
export const ActorName = ({ actor }: { actor: string }) => {
  try {
    const { kind, name } = parseEntityRef(actor);
    if (kind === 'user') {
      return (
        <EntityRefLink entityRef={actor} hideIcon>
          {name}
        </EntityRefLink>
      );
    }
  } catch {
    // A service has a name that is no reference.
  }
  return <>{actor}</>;
};
