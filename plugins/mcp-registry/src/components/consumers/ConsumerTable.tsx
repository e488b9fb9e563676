import { useMemo, useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Consumer } from '@mcp-portal/plugin-mcp-registry-common';
import {
  shownNumber,
  OwnerLink,
  ownerName,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';

const STEP = 10;

const Quiet = ({ children }: { children: string }) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {children}
  </Box>
);

const LastCall = (props: { at?: string; known: boolean }) => {
  if (props.at) {
    return <RelativeTime at={props.at} />;
  }
  return <Quiet>{props.known ? 'no call seen' : 'not known yet'}</Quiet>;
};

/** Agents by team: what they ask for, what they get, and when they last called. */
export const ConsumerTable = (props: {
  label: string;
  consumers: Consumer[];
  callsKnown: boolean;
}) => {
  const { label, consumers, callsKnown } = props;
  const [limit, setLimit] = useState(STEP);
  const byTeam = useMemo(
    () =>
      [...consumers].sort(
        (a, b) =>
          ownerName(a.owner).localeCompare(ownerName(b.owner)) ||
          a.name.localeCompare(b.name),
      ),
    [consumers],
  );
  const left = byTeam.length - limit;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table
        size="small"
        sx={{
          tableLayout: 'fixed',
          minWidth: 640,
          '& td': { lineHeight: 1.43 },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>Team</TableCell>
            <TableCell>Agent</TableCell>
            <TableCell>Asks for</TableCell>
            <TableCell>Gets</TableCell>
            <TableCell>Last call</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {byTeam.slice(0, limit).map(consumer => (
            <TableRow key={consumer.ref}>
              <TableCell>
                <OwnerLink owner={consumer.owner} />
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <EntityRefLink entityRef={consumer.ref} hideIcon>
                  {consumer.title ?? consumer.name}
                </EntityRefLink>
              </TableCell>
              <TableCell>
                {consumer.versionRange ? (
                  <code>{consumer.versionRange}</code>
                ) : (
                  <Quiet>the newest</Quiet>
                )}
              </TableCell>
              <TableCell>
                {consumer.version ?? <Quiet>nothing</Quiet>}
              </TableCell>
              <TableCell>
                <LastCall at={consumer.lastCalledAt} known={callsKnown} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {left > 0 && (
        <Button
          size="small"
          onClick={() => setLimit(limit + 100)}
          sx={{ textTransform: 'none' }}
        >
          Show {shownNumber(Math.min(100, left))} more
        </Button>
      )}
    </TableContainer>
  );
};
