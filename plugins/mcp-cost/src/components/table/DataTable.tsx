import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';

/** One column of a table. */
export interface Column<T> {
  title: string;
  /** Numbers stand at the right, under each other. */
  number?: boolean;
  /** Said only to those who can't see it: a column of buttons. */
  quiet?: boolean;
  minWidth?: number;
  cell: (item: T) => ReactNode;
}

/** A page of a list as a table; it scrolls sideways in itself, never the page. */
export function DataTable<T>(props: {
  label: string;
  columns: Column<T>[];
  items: T[];
  keyOf: (item: T) => string;
}) {
  const { label, columns, items, keyOf } = props;
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={label}
      // What is hidden in it scrolls with it, not with the page.
      sx={{ position: 'relative' }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column.title}
                align={column.number ? 'right' : 'left'}
                sx={{
                  minWidth: column.quiet ? undefined : column.minWidth ?? 88,
                }}
              >
                {column.quiet ? (
                  <Box
                    component="span"
                    sx={{
                      position: 'absolute',
                      width: '1px',
                      height: '1px',
                      overflow: 'hidden',
                      clipPath: 'inset(50%)',
                    }}
                  >
                    {column.title}
                  </Box>
                ) : (
                  column.title
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={keyOf(item)} hover>
              {columns.map(column => (
                <TableCell
                  key={column.title}
                  align={column.number ? 'right' : 'left'}
                  sx={{
                    fontVariantNumeric: 'tabular-nums',
                    overflowWrap: 'break-word',
                    lineHeight: 1.4,
                  }}
                >
                  {column.cell(item)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
