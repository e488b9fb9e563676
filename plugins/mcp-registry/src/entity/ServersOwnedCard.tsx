import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { LevelWord, LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useServers } from '../api';
import { serversRouteRef } from '../routes';
import { useServerLinks } from '../useServerLinks';

const SHOWN = 10;

/** On the page of a team: the servers that it owns. */
export const ServersOwnedCard = () => {
  const owner = stringifyEntityRef(useEntity().entity);
  const { value, error, loading, reload } = useServers({
    owner: [owner],
    limit: SHOWN,
  });
  const links = useServerLinks();
  const all = `${
    useRouteRef(serversRouteRef)?.() ?? ''
  }?owner=${encodeURIComponent(owner)}`;
  return (
    <EntityInfoCard
      title="MCP servers owned"
      footerActions={
        value && value.totalItems > 0 && <Link to={all}>All its servers</Link>
      }
    >
      {error && (
        <LoadProblem
          what="The team's servers"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={80} />}
      {value?.totalItems === 0 && (
        <Typography variant="body2">
          The team owns no MCP server that you may see.
        </Typography>
      )}
      <Box
        component="ul"
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}
      >
        {value?.items.map(server => (
          <Box
            component="li"
            key={server.ref}
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              gap: 2,
              typography: 'body2',
            }}
          >
            <Link to={links.server(server)}>{server.title ?? server.name}</Link>
            <LevelWord
              level={server.health.level}
              reason={server.health.reason}
            />
          </Box>
        ))}
      </Box>
    </EntityInfoCard>
  );
};
