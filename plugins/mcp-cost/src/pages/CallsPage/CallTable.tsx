import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';
import { CallRow } from './CallRow';

/** Calls, newest first. */
export const CallTable = (props: {
  calls: UsageEvent[];
  onOpen: (call: UsageEvent) => void;
}) => (
  <TableContainer tabIndex={0} aria-label="Calls, scrolls sideways">
    <Table
      size="small"
      aria-label="Calls"
      sx={{
        '& td, & th': { fontVariantNumeric: 'tabular-nums', px: 1 },
        '& [class*="alignRight"]': { whiteSpace: 'nowrap' },
        '& tr:last-of-type td': { border: 0 },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell>When</TableCell>
          <TableCell>What</TableCell>
          <TableCell>By</TableCell>
          <TableCell>Outcome</TableCell>
          <TableCell align="right">Took</TableCell>
          <TableCell align="right">Tokens</TableCell>
          <TableCell align="right">Cost</TableCell>
          <TableCell>Trace</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {props.calls.map(call => (
          <CallRow
            key={call.key}
            call={call}
            onOpen={() => props.onOpen(call)}
          />
        ))}
      </TableBody>
    </Table>
  </TableContainer>
);
