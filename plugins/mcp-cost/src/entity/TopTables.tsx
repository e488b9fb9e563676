import Box from '@mui/material/Box';
import type {
  Dimension,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { TopTable } from '../components/topTable';
import type { AddressQuery } from '../useCostLinks';

/** Where the cost is, by several dimensions, side by side where there is room. */
export const TopTables = (props: {
  dimensions: readonly Dimension[];
  filter: UsageFilter;
  query: AddressQuery;
}) => (
  <Box
    sx={{
      display: 'grid',
      columnGap: 2,
      alignItems: 'start',
      gridTemplateColumns: {
        xs: 'minmax(0, 1fr)',
        xl: 'repeat(2, minmax(0, 1fr))',
      },
    }}
  >
    {props.dimensions.map(dimension => (
      <TopTable
        key={dimension}
        dimension={dimension}
        filter={props.filter}
        query={props.query}
      />
    ))}
  </Box>
);
