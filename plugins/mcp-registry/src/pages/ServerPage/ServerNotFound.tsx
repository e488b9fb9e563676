import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EmptyNote } from '@mcp-portal/plugin-mcp-react';
import { serversRouteRef } from '../../routes';

/** The same for what does not exist and what one may not see. */
export const ServerNotFound = ({ name }: { name: string }) => {
  const servers = useRouteRef(serversRouteRef)?.() ?? '';
  return (
    <EmptyNote
      title={`No MCP server “${name}”`}
      action={<Link to={servers}>All MCP servers</Link>}
    >
      There is no such server, or it is visible to its own team only.
    </EmptyNote>
  );
};
