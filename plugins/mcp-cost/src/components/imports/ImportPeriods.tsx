import Box from '@mui/material/Box';
import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import { shownDay } from '@mcp-portal/plugin-mcp-react';

/** Which billing periods a bill holds, and which of them it took the place of. */
export const ImportPeriods = ({ bill }: { bill: FocusImport }) =>
  bill.periods.length === 0 ? null : (
    <Box
      component="ul"
      aria-label={`Billing periods of ${bill.fileName ?? 'the bill'}`}
      sx={{ m: 0, mt: 1, pl: 2.5 }}
    >
      {bill.periods.map(({ provider, start, end, replaced }) => (
        <li key={`${provider} ${start} ${end}`}>
          {provider}, {shownDay(start.slice(0, 10))} until{' '}
          {shownDay(end.slice(0, 10))}, exclusive
          {replaced && ': it took the place of an earlier import'}
        </li>
      ))}
    </Box>
  );
