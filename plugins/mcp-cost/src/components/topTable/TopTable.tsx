import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import {
  NO_VALUE,
  type Breakdown,
  type Dimension,
  type UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { Section, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { LoadedPart, useCost } from '../loading';
import {
  ChangeWord,
  CostOf,
  CostShare,
  DIMENSION_WORDS,
  filterValue,
  ValueName,
  UNATTRIBUTED,
  type NoneWords,
} from '../usage';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';
import { kindsOfServerUse, leavesModelsOut, ModelsLeftOut } from './serverUse';

const SHOWN = 6;

const Rows = (props: {
  answer: Breakdown;
  dimension: Dimension;
  query: AddressQuery;
  none?: NoneWords;
}) => {
  const { answer, dimension, query, none } = props;
  const links = useCostLinks();
  const { one, many } = DIMENSION_WORDS[dimension];
  const hrefOf = (value: string) =>
    links.breakdown({
      ...query,
      [dimension]: value,
      by: dimension === 'server' ? ['team', 'tool'] : ['server', 'tool'],
    });
  if (answer.items.length === 0) {
    return (
      <Box sx={{ color: 'text.secondary' }}>
        No {many.toLowerCase()} in view.
      </Box>
    );
  }
  return (
    <TableContainer>
      <Table
        size="small"
        aria-label={`${many} by cost`}
        sx={{
          '& td, & th': { fontVariantNumeric: 'tabular-nums', px: 1 },
          '& [class*="alignRight"]': { whiteSpace: 'nowrap' },
          '& tr:last-of-type td': { border: 0 },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{one}</TableCell>
            <TableCell align="right">Cost</TableCell>
            <TableCell align="right">Share</TableCell>
            <TableCell align="right">Change</TableCell>
            <TableCell align="right">Calls</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {answer.items.map(({ values: [value], measures, previous }) => {
            const key = filterValue(value);
            return (
              <TableRow key={key} hover>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  <ValueName
                    dimension={dimension}
                    value={value}
                    href={hrefOf(key)}
                    none={none}
                  />
                </TableCell>
                <TableCell align="right">
                  <CostOf below measures={measures} href={hrefOf(key)} />
                </TableCell>
                <TableCell align="right" sx={{ width: 72 }}>
                  <CostShare measures={measures} total={answer.total} />
                </TableCell>
                <TableCell align="right">
                  <ChangeWord now={measures} before={previous} />
                </TableCell>
                <TableCell align="right">
                  <Link
                    to={links.calls({
                      ...query,
                      [dimension]: value.value ?? NO_VALUE,
                    })}
                    color="inherit"
                  >
                    {shownNumber(measures.calls)}
                  </Link>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

/** The few that cost most, of one dimension, and the way to the rest. */
export const TopTable = (props: {
  dimension: Dimension;
  filter: UsageFilter;
  query: AddressQuery;
}) => {
  const { dimension } = props;
  const { breakdown } = useCostLinks();
  const withoutModels = dimension === 'server' && leavesModelsOut(props.filter);
  const kind = withoutModels && kindsOfServerUse(props.filter.kind);
  const filter = kind ? { ...props.filter, kind } : props.filter;
  const query = kind ? { ...props.query, kind } : props.query;
  const question = {
    ...filter,
    by: [dimension],
    sort: 'cost' as const,
    order: 'desc' as const,
    compare: true,
    limit: SHOWN,
  };
  const top = useCost(`top-${dimension}`, question, (api, options) =>
    api.getBreakdown(question, options),
  );
  const { one, many } = DIMENSION_WORDS[dimension];
  const total = top.value?.totalItems;
  return (
    <Section
      title={`By ${one.toLowerCase()}`}
      action={
        <Link to={breakdown({ ...query, by: [dimension] })}>
          {total !== undefined && total > SHOWN
            ? `All ${shownNumber(total)} ${many.toLowerCase()}`
            : 'Break it down'}
        </Link>
      }
    >
      <LoadedPart loaded={top} what={many}>
        {answer => (
          <Rows
            answer={answer}
            dimension={dimension}
            query={query}
            none={withoutModels ? UNATTRIBUTED : undefined}
          />
        )}
      </LoadedPart>
      {withoutModels && (
        <ModelsLeftOut filter={props.filter} query={props.query} />
      )}
    </Section>
  );
};
