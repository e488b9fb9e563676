import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { QualityRow as Row } from '@mcp-portal/plugin-mcp-cost-common';
import { DIMENSION_WORDS, filterValue } from '../../components/usage';
import type { AddressQuery } from '../../useCostLinks';
import { QualityRow } from './QualityRow';
import type { QualityDimension } from './useQualityAddress';

/** How well each works, those with most errors first. */
export const QualityTable = (props: {
  rows: Row[];
  by: QualityDimension;
  query: AddressQuery;
}) => {
  const { rows, by, query } = props;
  const words = DIMENSION_WORDS[by];
  return (
    <TableContainer>
      <Table
        size="small"
        aria-label={`Quality of ${words.many.toLowerCase()}`}
        sx={{
          '& td, & th': { fontVariantNumeric: 'tabular-nums', px: 1 },
          '& [class*="alignRight"]': { whiteSpace: 'nowrap' },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{words.one}</TableCell>
            <TableCell align="right">Error rate</TableCell>
            <TableCell align="right">Errors</TableCell>
            <TableCell align="right">Of all errors</TableCell>
            <TableCell align="right">Calls</TableCell>
            <TableCell align="right">p50</TableCell>
            <TableCell align="right">p95</TableCell>
            <TableCell>Who has trouble</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <QualityRow
              key={`${by} ${filterValue(row.value)}`}
              row={row}
              by={by}
              query={query}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
