import TablePagination from '@mui/material/TablePagination';
import { PAGE_SIZES } from './useListAddress';

/** Turns the pages of a list that is not a table; nothing where one page is all. @public */
export const ListPaging = (props: {
  total: number;
  page: number;
  pageSize: number;
  /** What is listed: `Versions`. */
  what: string;
  onTurn: (page: number, pageSize: number) => void;
}) => {
  const { total, page, pageSize, what, onTurn } = props;
  return total > PAGE_SIZES[0] ? (
    <TablePagination
      component="div"
      count={total}
      page={page}
      rowsPerPage={pageSize}
      rowsPerPageOptions={PAGE_SIZES}
      labelRowsPerPage={`${what} per page:`}
      onPageChange={(_event, next) => onTurn(next, pageSize)}
      onRowsPerPageChange={event => onTurn(0, Number(event.target.value))}
    />
  ) : null;
};
