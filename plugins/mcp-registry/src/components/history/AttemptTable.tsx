import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Attempt } from '@mcp-portal/plugin-mcp-registry-common';
import {
  LevelWord,
  shownLatency,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { ShortHash } from '../ShortHash';
import { OUTCOMES } from './outcomeWords';

export const AttemptTable = (props: {
  attempts: Attempt[];
  /** Without where it was asked and what it showed. */
  brief?: boolean;
}) => {
  const { attempts, brief } = props;
  return (
    <TableContainer tabIndex={0} role="region" aria-label="Attempts">
      <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell>When</TableCell>
            <TableCell>Outcome</TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              Latency
            </TableCell>
            {!brief && <TableCell>Asked at</TableCell>}
            {!brief && <TableCell>Snapshot</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {attempts.map(attempt => (
            <TableRow key={attempt.id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <RelativeTime at={attempt.startedAt} />
                {attempt.trigger === 'manual' && ', by hand'}
              </TableCell>
              <TableCell sx={{ minWidth: 180, overflowWrap: 'anywhere' }}>
                <LevelWord level={OUTCOMES[attempt.outcome].level}>
                  {OUTCOMES[attempt.outcome].word}
                </LevelWord>
                {attempt.error && <div>{attempt.error}</div>}
              </TableCell>
              <TableCell
                align="right"
                sx={{
                  fontVariantNumeric: 'tabular-nums',
                  whiteSpace: 'nowrap',
                }}
              >
                {shownLatency(attempt.latencyMs)}
              </TableCell>
              {!brief && (
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {attempt.endpoint ?? 'nowhere'}
                  {attempt.credential && ` with ${attempt.credential}`}
                </TableCell>
              )}
              {!brief && (
                <TableCell>
                  {attempt.snapshot ? (
                    <ShortHash sha256={attempt.snapshot} />
                  ) : (
                    'none'
                  )}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
