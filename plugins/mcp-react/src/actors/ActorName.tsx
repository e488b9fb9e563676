import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

const KINDS = new Set(['user', 'group']);

/**
 * Who did something: a person or team of the catalog is a link; a service is
 * called by its name, a task of the portal is the portal, and what the operator
 * wrote, the configuration.
 * @public
 */
export const ActorName = ({ actor }: { actor: string }) => {
  if (actor.startsWith('config')) {
    return <>the configuration</>;
  }
  if (actor.startsWith('task:')) {
    return <>the portal</>;
  }
  return isInCatalog(actor) ? (
    <EntityRefLink entityRef={actor} hideIcon />
  ) : (
    <>{actor}</>
  );
};

function isInCatalog(actor: string): boolean {
  try {
    return KINDS.has(parseEntityRef(actor).kind.toLocaleLowerCase('en-US'));
  } catch {
    // A service has a name that is no reference.
    return false;
  }
}
