import { Link } from '@backstage/core-components';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { SeriesAnswer } from '@mcp-portal/plugin-mcp-cost-common';
import { useCurrency } from '../money';
import { shownStart } from './interval';
import { shownSum, type SpendLine, type SpendMeasure } from './spendLines';

/** What the chart draws, as numbers: for the keyboard, and to be read aloud. */
export const SpendTable = (props: {
  answer: SeriesAnswer;
  lines: SpendLine[];
  measure: SpendMeasure;
  label: string;
  hrefOf: (at: string, line?: SpendLine) => string;
}) => {
  const { answer, lines, measure, label, hrefOf } = props;
  const currency = useCurrency();
  return (
    <TableContainer tabIndex={0} sx={{ maxHeight: 360 }}>
      <Table
        size="small"
        stickyHeader
        aria-label={label}
        sx={{ '& td, & th': { fontVariantNumeric: 'tabular-nums' } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>When (UTC)</TableCell>
            <TableCell align="right">All</TableCell>
            {lines.map(line => (
              <TableCell key={line.key} align="right">
                {line.name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {answer.at.map((at, index) => (
            <TableRow key={at}>
              <TableCell component="th" scope="row">
                <Link to={hrefOf(at)}>{shownStart(at, answer.interval)}</Link>
              </TableCell>
              <TableCell align="right">
                {shownSum(answer, index, measure, currency)}
              </TableCell>
              {lines.map(line => (
                <TableCell key={line.key} align="right">
                  <Link to={hrefOf(at, line)} color="inherit">
                    {line.shown(index)}
                  </Link>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
