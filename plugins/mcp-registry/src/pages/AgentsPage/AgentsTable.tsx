import { useMemo } from 'react';
import { DataGrid, type GridSortModel } from '@mui/x-data-grid';
import type { AgentColumn } from '@mcp-portal/plugin-mcp-react/extensions';
import type {
  AgentPage,
  AgentSortField,
} from '@mcp-portal/plugin-mcp-registry-common';
import { PAGED_GRID } from '@mcp-portal/plugin-mcp-react';
import { agentColumns } from './agentColumns';
import type { AgentFilters } from './useAgentFilters';

const NO_COLUMNS: AgentColumn[] = [];

/** One page of agents; sorting and paging are the registry's work. */
export const AgentsTable = (props: {
  agents?: AgentPage;
  loading: boolean;
  filters: AgentFilters;
  /** What other plugins say of agents. */
  moreColumns?: AgentColumn[];
}) => {
  const { agents, loading, filters, moreColumns = NO_COLUMNS } = props;
  const columns = useMemo(() => agentColumns(moreColumns), [moreColumns]);
  const agentRefs = useMemo(
    () => agents?.items.map(agent => agent.ref) ?? [],
    [agents],
  );
  const { sort, order, page, pageSize, sortBy, turnTo } = filters;
  const sortModel: GridSortModel = useMemo(
    () => (sort ? [{ field: sort, sort: order }] : []),
    [sort, order],
  );
  const paginationModel = useMemo(() => ({ page, pageSize }), [page, pageSize]);
  const table = (
    <DataGrid
      {...PAGED_GRID}
      aria-label="Agents"
      rows={agents?.items ?? []}
      getRowId={agent => agent.ref}
      columns={columns}
      // An agent may use many servers: all of them are shown.
      getRowHeight={() => 'auto'}
      getEstimatedRowHeight={() => 72}
      loading={loading}
      // Nobody knows yet how many there are.
      hideFooter={!agents}
      rowCount={agents?.totalItems ?? -1}
      paginationModel={paginationModel}
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
  return moreColumns.reduceRight(
    (inner, { id, Provider }) => (
      <Provider key={id} agentRefs={agentRefs}>
        {inner}
      </Provider>
    ),
    table,
  );
};
