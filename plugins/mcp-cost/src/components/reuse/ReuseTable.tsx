import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Reuse } from '@mcp-portal/plugin-mcp-cost-common';
import { OnDemand, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';
import { ValueName } from '../usage';

/** More than these are shown when somebody asks. */
const READ_AT_ONCE = 8;

/** Which teams share it, and what they pay for their use. */
export const ReuseTable = ({ reuse }: { reuse: Reuse }) => {
  const { consumers } = reuse;
  const table = (
    <TableContainer>
      <Table
        size="small"
        aria-label="Teams that share it"
        sx={{ '& td, & th': { fontVariantNumeric: 'tabular-nums', px: 1 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>Team</TableCell>
            <TableCell align="right">Calls</TableCell>
            <TableCell align="right">Pays for its use</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {consumers.map(({ teamRef, title, calls, costNanos }) => (
            <TableRow key={teamRef}>
              <TableCell>
                <ValueName dimension="team" value={{ value: teamRef, title }} />
              </TableCell>
              <TableCell align="right">{shownNumber(calls)}</TableCell>
              <TableCell align="right">
                <Money nanos={costNanos} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
  return consumers.length > READ_AT_ONCE ? (
    <div>
      <OnDemand
        show={`Show the ${shownNumber(consumers.length)} teams`}
        hide="Hide the teams"
      >
        {table}
      </OnDemand>
    </div>
  ) : (
    table
  );
};
