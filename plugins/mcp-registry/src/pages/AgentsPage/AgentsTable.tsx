import { useMemo } from 'react';
import { DataGrid, type GridSortModel } from '@mui/x-data-grid';
import type {
  AgentPage,
  AgentSortField,
} from '@mcp-portal/plugin-mcp-registry-common';
import { PAGE_SIZES } from '@mcp-portal/plugin-mcp-react';
import { agentColumns } from './agentColumns';
import type { AgentFilters } from './useAgentFilters';

const COLUMNS = agentColumns();

/** One page of agents; sorting and paging are the registry's work. */
export const AgentsTable = (props: {
  agents?: AgentPage;
  loading: boolean;
  filters: AgentFilters;
}) => {
  const { agents, loading, filters } = props;
  const { sort, order, page, pageSize, sortBy, turnTo } = filters;
  const sortModel: GridSortModel = useMemo(
    () => (sort ? [{ field: sort, sort: order }] : []),
    [sort, order],
  );
  const paginationModel = useMemo(() => ({ page, pageSize }), [page, pageSize]);
  return (
    <DataGrid
      aria-label="Agents"
      rows={agents?.items ?? []}
      getRowId={agent => agent.ref}
      columns={COLUMNS}
      // An agent may use many servers: all of them are shown.
      getRowHeight={() => 'auto'}
      getEstimatedRowHeight={() => 72}
      columnHeaderHeight={44}
      loading={loading}
      slotProps={{
        loadingOverlay: {
          variant: 'linear-progress',
          noRowsVariant: 'skeleton',
        },
      }}
      // Nobody knows yet how many there are.
      hideFooter={!agents}
      paginationMode="server"
      sortingMode="server"
      filterMode="server"
      disableColumnFilter
      disableColumnMenu
      disableRowSelectionOnClick
      rowCount={agents?.totalItems ?? -1}
      paginationModel={paginationModel}
      pageSizeOptions={PAGE_SIZES}
      onPaginationModelChange={model => turnTo(model.page, model.pageSize)}
      sortModel={sortModel}
      onSortModelChange={([first]) =>
        sortBy(first?.field as AgentSortField, first?.sort ?? undefined)
      }
      sx={{
        border: 0,
        '--DataGrid-overlayHeight': '320px',
        '& [role="gridcell"]': {
          display: 'flex',
          alignItems: 'center',
          py: 1,
          minHeight: 64,
        },
      }}
    />
  );
};
