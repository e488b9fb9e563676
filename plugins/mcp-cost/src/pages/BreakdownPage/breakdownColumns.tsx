import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { GridColDef } from '@mui/x-data-grid';
import type {
  Breakdown,
  BreakdownRow,
  Dimension,
} from '@mcp-portal/plugin-mcp-cost-common';
import { shownLatency, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { shownShare } from '../../components/money';
import {
  ChangeWord,
  CostOf,
  CostShare,
  DIMENSION_WORDS,
  errorRate,
  filterValue,
  shownTokens,
  ValueName,
} from '../../components/usage';

export interface RowLinks {
  /** The calls behind a row. */
  calls: (row: BreakdownRow, outcome?: 'error') => string;
  /** The view narrowed to one value of a dimension. */
  narrowed: (dimension: Dimension, value: string) => string;
}

const TwoLines = (props: { children: React.ReactNode }) => (
  <Box
    sx={{
      lineHeight: 1.4,
      whiteSpace: 'normal',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
    }}
  >
    {props.children}
  </Box>
);

/** A column for each dimension, then what was counted of it. */
export function breakdownColumns(options: {
  by: Dimension[];
  total?: Breakdown['total'];
  links: RowLinks;
}): GridColDef<BreakdownRow>[] {
  const { by, total, links } = options;
  const number = { align: 'right', headerAlign: 'right' } as const;
  return [
    ...by.map(
      (dimension, index): GridColDef<BreakdownRow> => ({
        // Only the first is what a sort by name goes by.
        field: index === 0 ? 'name' : dimension,
        headerName: DIMENSION_WORDS[dimension].one,
        sortable: index === 0,
        flex: 1,
        minWidth: 140,
        renderCell: ({ row }) => (
          <TwoLines>
            <ValueName
              dimension={dimension}
              value={row.values[index]}
              href={links.narrowed(dimension, filterValue(row.values[index]))}
            />
          </TwoLines>
        ),
      }),
    ),
    {
      ...number,
      field: 'cost',
      headerName: 'Cost',
      width: 120,
      renderCell: ({ row }) => (
        <Box sx={{ lineHeight: 1.3 }}>
          <CostOf below measures={row.measures} href={links.calls(row)} />
        </Box>
      ),
    },
    {
      ...number,
      field: 'share',
      headerName: 'Share',
      sortable: false,
      width: 80,
      renderCell: ({ row }) => (
        <Box sx={{ width: 1, lineHeight: 1.3 }}>
          <CostShare measures={row.measures} total={total} />
        </Box>
      ),
    },
    {
      ...number,
      field: 'change',
      headerName: 'Change',
      width: 110,
      renderCell: ({ row }) => (
        <ChangeWord now={row.measures} before={row.previous} />
      ),
    },
    {
      ...number,
      field: 'calls',
      headerName: 'Calls',
      width: 90,
      renderCell: ({ row }) => (
        <Link to={links.calls(row)} color="inherit">
          {shownNumber(row.measures.calls)}
        </Link>
      ),
    },
    {
      ...number,
      field: 'errors',
      headerName: 'Errors',
      width: 80,
      renderCell: ({ row }) =>
        row.measures.errors === 0 ? (
          '0'
        ) : (
          <Link to={links.calls(row, 'error')} color="inherit">
            {shownNumber(row.measures.errors)}
          </Link>
        ),
    },
    {
      ...number,
      field: 'errorRate',
      headerName: 'Error rate',
      width: 95,
      renderCell: ({ row }) => {
        const rate = errorRate(row.measures);
        return rate === undefined ? '–' : shownShare(rate);
      },
    },
    {
      ...number,
      field: 'p95',
      headerName: 'p95',
      description: '95 of 100 calls took no longer',
      width: 80,
      renderCell: ({ row }) =>
        row.latency && row.latency.count > 0
          ? shownLatency(row.latency.p95Ms)
          : '–',
    },
    {
      ...number,
      field: 'tokens',
      headerName: 'Tokens',
      description: 'Tokens in and out',
      sortable: false,
      width: 120,
      renderCell: ({ row: { measures } }) =>
        measures.inputTokens + measures.outputTokens === 0
          ? '–'
          : `${shownTokens(measures.inputTokens)} / ${shownTokens(
              measures.outputTokens,
            )}`,
    },
  ];
}
