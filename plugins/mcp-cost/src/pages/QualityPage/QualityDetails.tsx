import Box from '@mui/material/Box';
import type { QualityRow } from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  Fact,
  Facts,
  shownLatency,
} from '@mcp-portal/plugin-mcp-react';
import { valueName } from '../../components/usage';
import type { AddressQuery } from '../../useCostLinks';
import { Histogram } from './Histogram';
import { Troubles } from './Troubles';
import type { QualityDimension } from './useQualityAddress';

/** How long its calls took, and everybody who has trouble with it. */
export const QualityDetails = (props: {
  row: QualityRow;
  by: QualityDimension;
  query: AddressQuery;
}) => {
  const { row, by, query } = props;
  const { latency } = row;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Facts>
        <Fact name="Who has trouble" wide>
          <Troubles all row={row} by={by} query={query} />
        </Fact>
        {latency && latency.count > 0 && (
          <>
            <Fact name="p99">{shownLatency(latency.p99Ms)}</Fact>
            <Fact name="Mean">{shownLatency(latency.meanMs)}</Fact>
            <Fact name="Timed">{counted(latency.count, 'call')}</Fact>
          </>
        )}
      </Facts>
      {latency && latency.count > 0 ? (
        <Histogram
          latency={latency}
          label={`How long calls of ${valueName(by, row.value)} took`}
        />
      ) : (
        <Box sx={{ color: 'text.secondary' }}>
          How long the calls took is not known.
        </Box>
      )}
    </Box>
  );
};
