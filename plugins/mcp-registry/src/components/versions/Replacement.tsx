import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { valid } from 'semver';
import { useServerLinks } from '../../useServerLinks';

/** What to use instead: another version, or another server. */
export const Replacement = (props: {
  of: { namespace: string; name: string };
  replacement: string;
}) => {
  const { of, replacement } = props;
  const links = useServerLinks();
  if (valid(replacement)) {
    return <Link to={links.version(of, replacement)}>{replacement}</Link>;
  }
  try {
    const server = parseEntityRef(replacement, {
      defaultKind: 'api',
      defaultNamespace: 'default',
    });
    return <Link to={links.server(server)}>{server.name}</Link>;
  } catch {
    return <>{replacement}</>;
  }
};
