import { useState } from 'react';
import KeyboardArrowDownIcon from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowRightIcon from '@mui/icons-material/KeyboardArrowRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { Link } from '@backstage/core-components';
import type { QualityRow as Row } from '@mcp-portal/plugin-mcp-cost-common';
import { shownLatency, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { shownShare } from '../../components/money';
import {
  filterValue,
  ShareBar,
  UNATTRIBUTED,
  ValueName,
  valueName,
} from '../../components/usage';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';
import { QualityDetails } from './QualityDetails';
import { RateWord } from './RateWord';
import { Troubles } from './Troubles';
import type { QualityDimension } from './useQualityAddress';

const COLUMNS = 8;

export const QualityRow = (props: {
  row: Row;
  by: QualityDimension;
  query: AddressQuery;
}) => {
  const { row, by, query } = props;
  const { measures, latency, value } = row;
  const [open, setOpen] = useState(false);
  const links = useCostLinks();
  const narrowed = { ...query, [by]: filterValue(value) };
  // Only what has a server is measured by server: where it is missing, it is lost.
  const none = by === 'server' ? UNATTRIBUTED : undefined;
  const name =
    none && value.value === undefined ? none.name : valueName(by, value);
  const known = latency && latency.count > 0;
  return (
    <>
      <TableRow hover>
        <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 160 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <IconButton
              size="small"
              aria-expanded={open}
              edge="start"
              aria-label={`Details of ${name}`}
              onClick={() => setOpen(!open)}
            >
              {open ? <KeyboardArrowDownIcon /> : <KeyboardArrowRightIcon />}
            </IconButton>
            <span>
              <ValueName
                dimension={by}
                value={value}
                none={none}
                href={links.breakdown({ ...narrowed, by: ['agent', 'server'] })}
              />
            </span>
          </Box>
        </TableCell>
        <TableCell align="right">
          <RateWord row={row} />
        </TableCell>
        <TableCell align="right">
          <Link
            to={links.calls({ ...narrowed, outcome: 'error' })}
            color="inherit"
          >
            {shownNumber(measures.errors)}
          </Link>
        </TableCell>
        <TableCell align="right" sx={{ width: 96 }}>
          {shownShare(row.shareOfErrors)}
          <ShareBar share={row.shareOfErrors} level="error" />
        </TableCell>
        <TableCell align="right">
          <Link to={links.calls(narrowed)} color="inherit">
            {shownNumber(measures.calls)}
          </Link>
        </TableCell>
        <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
          {known ? shownLatency(latency.p50Ms) : '–'}
        </TableCell>
        <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
          {known ? shownLatency(latency.p95Ms) : '–'}
        </TableCell>
        <TableCell sx={{ minWidth: 180 }}>
          <Troubles row={row} by={by} query={query} />
        </TableCell>
      </TableRow>
      {open && (
        <TableRow>
          <TableCell colSpan={COLUMNS}>
            <Box sx={{ py: 1, pl: 4 }}>
              <QualityDetails row={row} by={by} query={query} />
            </Box>
          </TableCell>
        </TableRow>
      )}
    </>
  );
};
