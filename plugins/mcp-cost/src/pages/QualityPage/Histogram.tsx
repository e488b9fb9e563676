import Box from '@mui/material/Box';
import {
  LATENCY_BOUNDS_MS,
  type Latency,
} from '@mcp-portal/plugin-mcp-cost-common';
import { shownLatency, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { ShareBar } from '../../components/usage';

/** How many calls took how long: each bar with its number. */
export const Histogram = (props: { latency: Latency; label: string }) => {
  const { latency, label } = props;
  const most = Math.max(...latency.histogram, 1);
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        maxWidth: 480,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {latency.histogram.map((count, index) => (
        <Box
          component="li"
          key={bound(index)}
          sx={{
            display: 'grid',
            gridTemplateColumns: '110px 1fr 72px',
            gap: 1,
            alignItems: 'center',
            typography: 'caption',
          }}
        >
          <Box component="span" sx={{ textAlign: 'right' }}>
            {bound(index)}
          </Box>
          <ShareBar share={count / most} />
          <Box component="span" sx={{ textAlign: 'right' }}>
            {shownNumber(count)}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

function bound(index: number): string {
  const upper = LATENCY_BOUNDS_MS[index];
  return upper === undefined
    ? `beyond ${shownLatency(LATENCY_BOUNDS_MS[LATENCY_BOUNDS_MS.length - 1])}`
    : `to ${shownLatency(upper)}`;
}
