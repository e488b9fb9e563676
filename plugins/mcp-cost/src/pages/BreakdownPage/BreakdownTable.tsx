import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataGrid, gridClasses } from '@mui/x-data-grid';
import type {
  Breakdown,
  BreakdownRow,
} from '@mcp-portal/plugin-mcp-cost-common';
import { PAGED_GRID } from '@mcp-portal/plugin-mcp-react';
import { filterValue } from '../../components/usage';
import { breakdownColumns, type RowLinks } from './breakdownColumns';
import type { BreakdownAddress, BreakdownSort } from './useBreakdownAddress';

/** One page of rows; sorting and paging are the server's work. */
export const BreakdownTable = (props: {
  answer?: Breakdown;
  loading: boolean;
  address: BreakdownAddress;
  links: RowLinks;
}) => {
  const { answer, loading, address, links } = props;
  const { by, sort, order, page, pageSize, sortBy, turnTo } = address;
  const navigate = useNavigate();
  const theme = useTheme();
  const wide = useMediaQuery(theme.breakpoints.up(1400));
  const narrow = useMediaQuery(theme.breakpoints.down(1100));
  const columns = useMemo(
    () => breakdownColumns({ by, total: answer?.total, links }),
    [by, answer?.total, links],
  );
  // Rows of the last question may have other dimensions than this one asks for.
  const rows = useMemo(
    () =>
      (answer?.items ?? []).filter(({ values }) => values.length === by.length),
    [answer, by],
  );
  const sortModel = useMemo(
    () => [{ field: sort as string, sort: order }],
    [sort, order],
  );
  const paginationModel = useMemo(() => ({ page, pageSize }), [page, pageSize]);
  const open = (row: BreakdownRow) => navigate(links.calls(row));
  return (
    <DataGrid
      {...PAGED_GRID}
      aria-label="Breakdown of usage"
      rows={rows}
      getRowId={row => JSON.stringify(row.values.map(filterValue))}
      columns={columns}
      columnVisibilityModel={{
        tokens: wide,
        errors: !narrow,
        p95: !narrow,
        share: !narrow,
      }}
      rowHeight={52}
      loading={loading}
      // Nobody knows yet how many there are.
      hideFooter={!answer}
      rowCount={answer?.totalItems ?? -1}
      paginationModel={paginationModel}
      onPaginationModelChange={model => turnTo(model.page, model.pageSize)}
      sortingOrder={['desc', 'asc']}
      sortModel={sortModel}
      onSortModelChange={([first]) =>
        first?.sort && sortBy(first.field as BreakdownSort, first.sort)
      }
      onCellKeyDown={({ row }, event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
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
        [`& .${gridClasses['cell--textRight']}`]: {
          justifyContent: 'flex-end',
        },
      }}
    />
  );
};
