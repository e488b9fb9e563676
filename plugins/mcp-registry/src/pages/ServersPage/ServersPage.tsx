import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Paper from '@mui/material/Paper';
import FilterListIcon from '@mui/icons-material/FilterList';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useServerFacets, useServers } from '../../api';
import { LoadProblem, SearchBox, useDocumentTitle } from '../../components';
import { NoServers } from './NoServers';
import { ServerFacetPanel } from './ServerFacetPanel';
import { ServersAnswer } from './ServersAnswer';
import { ServersTable } from './ServersTable';
import { useServerFilters } from './useServerFilters';
import { useServerLinks } from '../../useServerLinks';

/** Can an agent already reach it? */
export const ServersPage = () => {
  useDocumentTitle('MCP servers');
  const filters = useServerFilters();
  const { filter, query, narrowed, change, clear } = filters;
  const servers = useServers(query);
  const facets = useServerFacets(filter);
  const links = useServerLinks();
  const theme = useTheme();
  const wide = useMediaQuery(theme.breakpoints.up('lg'));
  const [filtersOpen, setFiltersOpen] = useState(false);

  const problem = servers.error ?? facets.error;
  const empty = servers.value?.totalItems === 0 && !servers.error;
  const failedWhole = Boolean(servers.error && !servers.value);
  const facetPanel = (
    <ServerFacetPanel
      facets={facets.value}
      loading={facets.loading}
      filter={filter}
      narrowed={narrowed}
      onChange={change}
      onClear={clear}
    />
  );
  return (
    <Box component="main" sx={{ p: 3, maxWidth: 1800 }}>
      <ServersAnswer
        total={servers.value?.totalItems}
        facets={facets.value}
        filter={filter}
        narrowed={narrowed}
        onNarrow={change}
      />
      <Box sx={{ display: 'flex', gap: 1, my: 2 }}>
        <SearchBox
          autoFocus
          label="Search servers by name, purpose, owner or tool"
          placeholder="Search by name, purpose, owner or tool"
          value={filter.search ?? ''}
          onChange={search => change({ search })}
        />
        {!wide && (
          <Button
            variant="outlined"
            startIcon={<FilterListIcon />}
            aria-expanded={filtersOpen}
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            Filters
          </Button>
        )}
      </Box>
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
      {!wide && <Collapse in={filtersOpen}>{facetPanel}</Collapse>}
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: wide ? '220px minmax(0, 1fr)' : 'minmax(0, 1fr)',
          alignItems: 'start',
        }}
      >
        {wide && facetPanel}
        {!failedWhole && (
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
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
      </Box>
    </Box>
  );
};
