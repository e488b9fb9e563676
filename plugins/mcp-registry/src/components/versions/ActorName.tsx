import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';

const KINDS = new Set(['user', 'group']);

/** Who did something: a person or team of the catalog, or a service by its name. */
export const ActorName = ({ actor }: { actor: string }) => {
  try {
    const { kind, name } = parseEntityRef(actor);
    if (KINDS.has(kind)) {
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
