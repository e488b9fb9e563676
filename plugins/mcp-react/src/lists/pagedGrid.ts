import type { DataGridProps } from '@mui/x-data-grid';
import { PAGE_SIZES } from './useListAddress';

/**
 * What tables have in common whose pages, order and filters come from the
 * backend.
 * @public
 */
export const PAGED_GRID = {
  columnHeaderHeight: 44,
  slotProps: {
    loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' },
  },
  paginationMode: 'server',
  sortingMode: 'server',
  filterMode: 'server',
  disableColumnFilter: true,
  disableColumnMenu: true,
  disableRowSelectionOnClick: true,
  pageSizeOptions: PAGE_SIZES,
} satisfies Partial<DataGridProps>;
