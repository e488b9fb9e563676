import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  LoadProblem,
  PortalPage,
  SearchBox,
} from '@mcp-portal/plugin-mcp-react';
import { useServerFacets, useServers } from '../../api';
import { ServersIcon } from '../../icons';
import { serversRouteRef } from '../../routes';
import { useServerLinks } from '../../useServerLinks';
import { CreateServerButton } from './CreateServerButton';
import { NoServers } from './NoServers';
import { ServerFilterBar } from './ServerFilterBar';
import { ServersAnswer } from './ServersAnswer';
import { ServersTable } from './ServersTable';
import { useServerFilters } from './useServerFilters';

/** Can an agent already reach it? */
export const ServersPage = () => {
  const filters = useServerFilters();
  const { filter, query, narrowed, change, clear } = filters;
  const servers = useServers(query);
  const facets = useServerFacets(filter);
  const links = useServerLinks();
  const href = useRouteRef(serversRouteRef)?.() ?? '';

  const problem = servers.error ?? facets.error;
  const empty = servers.value?.totalItems === 0 && !servers.error;
  const failedWhole = Boolean(servers.error && !servers.value);
  return (
    <PortalPage title="MCP servers" icon={<ServersIcon />} href={href}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'flex-start',
          gap: 2,
        }}
      >
        {!failedWhole && (
          <ServersAnswer
            total={servers.value?.totalItems}
            facets={facets.value}
            filter={filter}
            narrowed={narrowed}
            outdated={Boolean(servers.error)}
            onNarrow={change}
          />
        )}
        <Box sx={{ ml: 'auto' }}>
          <CreateServerButton variant="outlined" />
        </Box>
      </Box>
      <Box sx={{ mt: 2, mb: 1.5 }}>
        <SearchBox
          focusFirst
          label="Search servers by name, purpose, owner or tool"
          placeholder="Search by name, purpose, owner or tool"
          value={filter.search ?? ''}
          onChange={search => change({ search })}
        />
      </Box>
      <ServerFilterBar
        facets={facets.value}
        filter={filter}
        narrowed={narrowed}
        onChange={change}
        onClear={clear}
      />
      {problem && (
        <LoadProblem
          what={servers.error ? 'The servers' : 'The filters'}
          error={problem}
          kept={Boolean(servers.error && servers.value)}
          onRetry={() => {
            servers.reload();
            facets.reload();
          }}
        />
      )}
      {!failedWhole && (
        <Paper variant="outlined" sx={{ mt: 1.5, minWidth: 0 }}>
          {empty ? (
            <NoServers narrowed={narrowed} onClear={clear} />
          ) : (
            <ServersTable
              servers={servers.value}
              loading={servers.loading}
              filters={filters}
              links={links}
            />
          )}
        </Paper>
      )}
    </PortalPage>
  );
};
