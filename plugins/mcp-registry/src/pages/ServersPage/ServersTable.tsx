import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataGrid, type GridSortModel } from '@mui/x-data-grid';
import type {
  ServerPage,
  ServerSortField,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { PAGED_GRID } from '@mcp-portal/plugin-mcp-react';
import type { ServerFilters } from './useServerFilters';
import { serverColumns, type ServerLinks } from './serverColumns';

const ROW_HEIGHT = 64;
const ROW_HEIGHT_WITH_TOOLS = 84;

/** One page of servers; sorting and paging are the registry's work. */
export const ServersTable = (props: {
  servers?: ServerPage;
  loading: boolean;
  filters: ServerFilters;
  links: ServerLinks;
}) => {
  const { servers, loading, filters, links } = props;
  const { query, page, pageSize, sortBy, turnTo } = filters;
  const navigate = useNavigate();
  const theme = useTheme();
  const wide = useMediaQuery(theme.breakpoints.up(1600));
  const narrow = useMediaQuery(theme.breakpoints.down(1100));

  const columns = useMemo(
    () =>
      serverColumns({
        links,
        search: query.search,
        lifecycleBelowVersion: !wide,
      }),
    [links, query.search, wide],
  );
  const sortModel: GridSortModel = useMemo(
    () =>
      query.sort && query.sort !== 'relevance'
        ? [{ field: query.sort, sort: query.order ?? 'asc' }]
        : [],
    [query.sort, query.order],
  );
  const paginationModel = useMemo(() => ({ page, pageSize }), [page, pageSize]);
  const open = (server: ServerSummary) => navigate(links.server(server));

  return (
    <DataGrid
      {...PAGED_GRID}
      aria-label="MCP servers"
      rows={servers?.items ?? []}
      getRowId={server => server.ref}
      columns={columns}
      columnVisibilityModel={{
        lifecycle: wide,
        trust: !narrow,
        version: !narrow,
        dependents: !narrow,
      }}
      rowHeight={query.search ? ROW_HEIGHT_WITH_TOOLS : ROW_HEIGHT}
      loading={loading}
      // Nobody knows yet how many there are.
      hideFooter={!servers}
      rowCount={servers?.totalItems ?? -1}
      paginationModel={paginationModel}
      onPaginationModelChange={model => turnTo(model.page, model.pageSize)}
      sortModel={sortModel}
      onSortModelChange={([first]) =>
        sortBy(first?.field as ServerSortField, first?.sort ?? undefined)
      }
      onRowClick={({ row }, event) => {
        // A link or button inside the row does its own work.
        if (!(event.target as HTMLElement).closest('a, button')) {
          open(row);
        }
      }}
      onCellKeyDown={({ row }, event) => {
        const onCell = event.target === event.currentTarget;
        if (event.key === 'Enter' && onCell) {
          event.preventDefault();
          open(row);
        }
      }}
      sx={{
        border: 0,
        '--DataGrid-overlayHeight': '320px',
        '& [role="gridcell"]': {
          display: 'flex',
          alignItems: 'center',
          fontVariantNumeric: 'tabular-nums',
        },
        '& [role="row"]': { cursor: 'pointer' },
      }}
    />
  );
};
