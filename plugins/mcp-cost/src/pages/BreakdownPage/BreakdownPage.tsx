import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { BreakdownRow } from '@mcp-portal/plugin-mcp-cost-common';
import {
  EmptyNote,
  LoadProblem,
  SearchBox,
} from '@mcp-portal/plugin-mcp-react';
import { ExportMenu } from '../../components/export';
import { UsageFilterBar } from '../../components/filters';
import { useCost } from '../../components/loading';
import { filterValue } from '../../components/usage';
import { useCostLinks } from '../../useCostLinks';
import { BreakdownAnswer } from './BreakdownAnswer';
import type { RowLinks } from './breakdownColumns';
import { BreakdownTable } from './BreakdownTable';
import { DivideBy } from './DivideBy';
import { useBreakdownAddress } from './useBreakdownAddress';

const NoRows = (props: { narrowed: boolean; onClear: () => void }) =>
  props.narrowed ? (
    <EmptyNote
      title="Nothing matches"
      action={
        <Button variant="outlined" onClick={props.onClear}>
          Clear the search and filters
        </Button>
      }
    >
      No usage of these days that you may see has all of this.
    </EmptyNote>
  ) : (
    <EmptyNote title="Nothing was used in these days">
      Choose another period above.
    </EmptyNote>
  );

/** Where does it go: usage by any two dimensions. */
export const BreakdownPage = () => {
  const address = useBreakdownAddress();
  const { question, by, query } = address;
  const breakdown = useCost('breakdown', question, (api, options) =>
    api.getBreakdown(question, options),
  );
  const links = useCostLinks();
  const rowLinks: RowLinks = useMemo(() => {
    const valuesOf = (row: BreakdownRow) =>
      Object.fromEntries(
        by.map((dimension, index) => [
          dimension,
          filterValue(row.values[index]),
        ]),
      );
    return {
      calls: (row, outcome) =>
        links.calls({ ...query, ...valuesOf(row), outcome }),
      narrowed: (dimension, value) =>
        links.breakdown({ ...query, [dimension]: value, by }),
    };
  }, [by, links, query]);
  const { value, error, loading, reload } = breakdown;
  if (error?.name === 'NotAllowedError') {
    return <EmptyNote title="You may not see this">{error.message}</EmptyNote>;
  }
  return (
    <>
      <UsageFilterBar
        address={address}
        action={<ExportMenu query={question} />}
      />
      {!(error && !value) && (
        <BreakdownAnswer
          answer={value}
          period={address.period}
          outdated={Boolean(error)}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <DivideBy by={by} onChange={address.divideBy} />
        <Box sx={{ flex: '1 1 260px' }}>
          <SearchBox
            label="Search the names of the rows"
            placeholder="Search the names"
            value={address.search}
            onChange={address.searchFor}
          />
        </Box>
      </Box>
      {error && (
        <LoadProblem
          what="The breakdown"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!(error && !value) && (
        <Paper variant="outlined" sx={{ minWidth: 0 }}>
          {value?.totalItems === 0 && !error ? (
            <NoRows
              narrowed={address.narrowed || address.search !== ''}
              onClear={address.clear}
            />
          ) : (
            <BreakdownTable
              answer={value}
              loading={loading}
              address={address}
              links={rowLinks}
            />
          )}
        </Paper>
      )}
    </>
  );
};
