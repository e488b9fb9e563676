import { useState } from 'react';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { EmptyNote, shownNumber } from '@mcp-portal/plugin-mcp-react';

const STEP = 50;

interface Row {
  /** The uri, or the template of uris. */
  address: string;
  name: string;
  title?: string;
  description?: string;
  mimeType?: string;
}

export const ResourceTable = (props: { what: string; rows: Row[] }) => {
  const { what, rows } = props;
  const [limit, setLimit] = useState(STEP);
  if (rows.length === 0) {
    return (
      <EmptyNote title={`No ${what}`}>The server offers no {what}.</EmptyNote>
    );
  }
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      tabIndex={0}
      role="region"
      aria-label={`The server's ${what}`}
    >
      <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell>Name</TableCell>
            <TableCell>Address</TableCell>
            <TableCell>Type</TableCell>
            <TableCell>Description</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.slice(0, limit).map(row => (
            <TableRow key={row.address}>
              <TableCell>{row.title ?? row.name}</TableCell>
              <TableCell
                sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
              >
                {row.address}
              </TableCell>
              <TableCell>{row.mimeType ?? 'not said'}</TableCell>
              <TableCell>{row.description ?? 'not described'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {limit < rows.length && (
        <Button fullWidth onClick={() => setLimit(limit + STEP)}>
          Show {shownNumber(Math.min(STEP, rows.length - limit))} more
        </Button>
      )}
    </TableContainer>
  );
};
