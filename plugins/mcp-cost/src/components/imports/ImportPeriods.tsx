import Box from '@mui/material/Box';
import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import { shownDays } from '../filters';

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
          {provider}, {shownDays({ from: dayAt(start), to: dayAt(end) })}
          {replaced && ': it took the place of an earlier import'}
        </li>
      ))}
    </Box>
  );

function dayAt(instant: string): string {
  return instant.slice(0, 10);
}
