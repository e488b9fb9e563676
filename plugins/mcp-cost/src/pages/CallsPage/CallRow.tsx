import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';
import {
  LevelWord,
  LINKS_IN_TEXT,
  RelativeTime,
  SampleMark,
  shownLatency,
} from '@mcp-portal/plugin-mcp-react';
import { Money } from '../../components/money';
import { shownTokens, ValueName } from '../../components/usage';
import { CallServer } from './CallServer';
import { callTitle } from './callWords';

const TRACE_SHOWN = 8;

export const CallRow = (props: { call: UsageEvent; onOpen: () => void }) => {
  const { call, onOpen } = props;
  return (
    <TableRow hover>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <RelativeTime at={call.at} />
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 180 }}>
        <Link
          component="button"
          type="button"
          variant="body2"
          onClick={onOpen}
          sx={{ textAlign: 'left', verticalAlign: 'baseline' }}
        >
          {callTitle(call)}
        </Link>
        {call.sample && (
          <Box component="span" sx={{ ml: 0.75 }}>
            <SampleMark short />
          </Box>
        )}
        {call.kind !== 'model-call' && (
          <Box sx={{ typography: 'caption' }}>
            <CallServer call={call} />
          </Box>
        )}
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 140 }}>
        {call.agent || !call.userRef ? (
          <ValueName dimension="agent" value={{ value: call.agent }} />
        ) : (
          <ValueName dimension="user" value={{ value: call.userRef }} />
        )}
        <Box
          sx={{
            typography: 'caption',
            color: 'text.secondary',
            ...LINKS_IN_TEXT,
          }}
        >
          <ValueName dimension="team" value={{ value: call.teamRef }} />,{' '}
          {call.environment}
        </Box>
      </TableCell>
      <TableCell>
        {call.outcome === 'ok' ? (
          <LevelWord level="good">Went well</LevelWord>
        ) : (
          <LevelWord level="problem">{call.errorType ?? 'Error'}</LevelWord>
        )}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {call.durationMs === undefined ? '–' : shownLatency(call.durationMs)}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {call.inputTokens === undefined && call.outputTokens === undefined
          ? '–'
          : `${shownTokens(call.inputTokens ?? 0)} / ${shownTokens(
              call.outputTokens ?? 0,
            )}`}
      </TableCell>
      <TableCell align="right">
        <Money nanos={call.costNanos} unknown="No price" />
      </TableCell>
      <TableCell>
        {call.traceId ? (
          <code title={call.traceId}>{call.traceId.slice(0, TRACE_SHOWN)}</code>
        ) : (
          '–'
        )}
      </TableCell>
    </TableRow>
  );
};
