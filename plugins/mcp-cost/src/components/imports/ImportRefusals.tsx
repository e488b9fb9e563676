import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import { counted, OnDemand, shownNumber } from '@mcp-portal/plugin-mcp-react';
import Box from '@mui/material/Box';
import { DataTable, type Column } from '../table';

type Refusal = FocusImport['refusals'][number];

const COLUMNS: Column<Refusal>[] = [
  {
    title: 'Line',
    number: true,
    cell: refusal => shownNumber(refusal.line),
  },
  { title: 'Why it was refused', cell: refusal => refusal.message },
];

/** The lines that were refused, each with its reason. */
export const ImportRefusals = ({ bill }: { bill: FocusImport }) => {
  const { refusals, rowsRefused } = bill;
  return refusals.length === 0 ? null : (
    <Box sx={{ mt: 1 }}>
      <OnDemand
        show={`Why ${counted(rowsRefused, 'line was', 'lines were')} refused`}
        hide="Hide why"
      >
        <DataTable
          label="Refused lines"
          columns={COLUMNS}
          items={refusals}
          keyOf={refusal => `${refusal.line} ${refusal.message}`}
        />
        {rowsRefused > refusals.length && (
          <Box sx={{ color: 'text.secondary', mt: 1 }}>
            These are the first {shownNumber(refusals.length)} of{' '}
            {shownNumber(rowsRefused)}.
          </Box>
        )}
      </OnDemand>
    </Box>
  );
};
