import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import {
  ActorName,
  Fact,
  Facts,
  LevelWord,
  RelativeTime,
  shownNumber,
  shownSize,
} from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';
import { shownDuration } from '../period';
import { ImportPeriods } from './ImportPeriods';
import { ImportRefusals } from './ImportRefusals';
import { goesOn, IMPORT_STATES, percentRead } from './importWords';

const ImportProgress = ({ bill }: { bill: FocusImport }) => {
  const percent = percentRead(bill);
  return (
    <Box sx={{ my: 1 }}>
      <LinearProgress
        variant={
          percent === undefined || bill.state === 'replacing'
            ? 'indeterminate'
            : 'determinate'
        }
        value={percent}
        aria-label={`Reading ${bill.fileName ?? 'the bill'}`}
      />
      <Box sx={{ color: 'text.secondary', mt: 0.5 }}>
        {shownSize(bill.bytesRead)}
        {bill.bytesTotal && ` of ${shownSize(bill.bytesTotal)}`},{' '}
        {shownNumber(bill.rowsRead)} lines. You may leave this page; it goes on.
      </Box>
    </Box>
  );
};

/** One bill that was imported, or is being: what was taken, what was refused. */
export const ImportEntry = ({ bill }: { bill: FocusImport }) => {
  const state = IMPORT_STATES[bill.state];
  return (
    <Box
      component="li"
      sx={{ py: 2, borderBottom: 1, borderColor: 'divider', minWidth: 0 }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          alignItems: 'center',
        }}
      >
        <Box component="strong" sx={{ overflowWrap: 'anywhere' }}>
          {bill.fileName ?? 'A bill without a name'}
        </Box>
        <LevelWord level={state.level}>{state.word}</LevelWord>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          by <ActorName actor={bill.by} /> <RelativeTime at={bill.startedAt} />
          {bill.finishedAt &&
            `, took ${shownDuration(bill.startedAt, bill.finishedAt)}`}
          {bill.version && `, FOCUS ${bill.version}`}
        </Box>
      </Box>
      {goesOn(bill) && <ImportProgress bill={bill} />}
      {bill.error && (
        <Alert severity="error" sx={{ my: 1 }}>
          Nothing of it was taken, and what was there before stays: {bill.error}
        </Alert>
      )}
      {bill.state === 'done' && (
        <Box sx={{ mt: 1 }}>
          <Facts minWidth={130}>
            <Fact name="Lines taken">{shownNumber(bill.rowsAccepted)}</Fact>
            <Fact name="Lines refused">{shownNumber(bill.rowsRefused)}</Fact>
            <Fact name="Cost">
              <Money nanos={bill.costNanos} />
            </Fact>
            <Fact name="Of no known team">
              <Money nanos={bill.unattributedNanos} />
            </Fact>
          </Facts>
        </Box>
      )}
      <ImportPeriods bill={bill} />
      <ImportRefusals bill={bill} />
    </Box>
  );
};
