import { useMemo } from 'react';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataGrid, type GridSortModel } from '@mui/x-data-grid';
import type { ScorePage } from '@mcp-portal/plugin-mcp-registry-common';
import { PAGED_GRID } from '@mcp-portal/plugin-mcp-react';
import { useServerLinks } from '../../useServerLinks';
import { scoreColumns } from './scoreColumns';
import type { ScoreFilters, ScoreSort } from './useScoreFilters';

/** One page of scores; sorting and paging are the registry's work. */
export const ScoresTable = (props: {
  scores?: ScorePage;
  loading: boolean;
  filters: ScoreFilters;
}) => {
  const { scores, loading, filters } = props;
  const { sort, order, page, pageSize, sortBy, turnTo } = filters;
  const links = useServerLinks();
  const narrow = useMediaQuery(useTheme().breakpoints.down(1000));
  const columns = useMemo(() => scoreColumns(links), [links]);
  const sortModel: GridSortModel = useMemo(
    () => (sort ? [{ field: sort, sort: order }] : []),
    [sort, order],
  );
  const paginationModel = useMemo(() => ({ page, pageSize }), [page, pageSize]);
  return (
    <DataGrid
      {...PAGED_GRID}
      aria-label="Scores"
      rows={scores?.items ?? []}
      getRowId={score => score.ref}
      columns={columns}
      columnVisibilityModel={{ warnings: !narrow, checkedAt: !narrow }}
      rowHeight={60}
      loading={loading}
      // Nobody knows yet how many there are.
      hideFooter={!scores}
      rowCount={scores?.totalItems ?? -1}
      paginationModel={paginationModel}
      onPaginationModelChange={model => turnTo(model.page, model.pageSize)}
      sortModel={sortModel}
      onSortModelChange={([first]) =>
        sortBy(first?.field as ScoreSort, first?.sort ?? undefined)
      }
      sx={{
        border: 0,
        '--DataGrid-overlayHeight': '320px',
        '& [role="gridcell"]': {
          display: 'flex',
          alignItems: 'center',
          fontVariantNumeric: 'tabular-nums',
        },
      }}
    />
  );
};
