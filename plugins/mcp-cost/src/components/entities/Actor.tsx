import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who did something: a person is a link, a program or the configuration is not. */
export const Actor = ({ by }: { by: string }) => {
  if (by.startsWith('config')) {
    return <>the configuration</>;
  }
  return isUser(by) ? <EntityRefLink entityRef={by} hideIcon /> : <>{by}</>;
};

function isUser(by: string): boolean {
  try {
    return parseEntityRef(by).kind.toLowerCase() === 'user';
  } catch {
    return false;
  }
}
