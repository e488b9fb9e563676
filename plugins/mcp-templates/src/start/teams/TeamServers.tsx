import { Fragment } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { counted, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { registryApiRef } from '../../api';
import { usePageLinks } from '../../usePageLinks';
import { TeamPart } from './TeamPart';

const NAMED = 3;

/** How many servers a team has, and which. */
export const TeamServers = ({ teamRef }: { teamRef: string }) => {
  const registry = useApi(registryApiRef);
  const links = usePageLinks();
  const servers = useLoaded({
    subject: `servers of ${teamRef}`,
    request: teamRef,
    load: signal =>
      registry.listServers({ owner: [teamRef], limit: NAMED }, { signal }),
  });
  return (
    <TeamPart name="Servers" loaded={servers}>
      {({ items, totalItems }) =>
        totalItems === 0 ? (
          'None yet'
        ) : (
          <>
            <Link to={links.servers({ owner: teamRef })}>
              {counted(totalItems, 'server')}
            </Link>
            {': '}
            {items.map(({ ref, name, title }, index) => (
              <Fragment key={ref}>
                {index > 0 && ', '}
                <Link to={links.server(ref)}>{title ?? name}</Link>
              </Fragment>
            ))}
            {totalItems > items.length &&
              ` and ${totalItems - items.length} more`}
          </>
        )
      }
    </TeamPart>
  );
};
