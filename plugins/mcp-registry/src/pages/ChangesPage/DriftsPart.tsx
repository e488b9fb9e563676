import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { DriftingServer } from '@mcp-portal/plugin-mcp-registry-common';
import {
  EmptyNote,
  LevelWord,
  ListPaging,
  LoadProblem,
  OwnerLink,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { useDrifts } from '../../api';
import { ClassWord } from '../../components';
import { useServerLinks } from '../../useServerLinks';
import { useOwnedFilters } from './useOwnedFilters';

const DriftRow = ({ drift }: { drift: DriftingServer }) => {
  const { server, version } = drift;
  const links = useServerLinks();
  return (
    <TableRow>
      <TableCell>
        <Link to={links.server(server)}>{server.title ?? server.name}</Link>
      </TableCell>
      <TableCell>
        <OwnerLink owner={server.owner} />
      </TableCell>
      <TableCell>
        <ClassWord verdict={drift.class} />
      </TableCell>
      <TableCell>
        <Link to={links.compare(server, version, 'live')}>
          {version} and what is live
        </Link>
      </TableCell>
      <TableCell>
        <RelativeTime at={drift.firstSeenAt} />
      </TableCell>
      <TableCell>
        {drift.acknowledged ? (
          <LevelWord level="good">Acknowledged</LevelWord>
        ) : (
          <LevelWord level="attention">Open</LevelWord>
        )}
      </TableCell>
    </TableRow>
  );
};

/** Servers that offer something else than what is published for them. */
export const DriftsPart = () => {
  const { query, page, pageSize, turnTo } = useOwnedFilters();
  const { limit, offset } = query;
  const { value, error, loading, reload } = useDrifts({ limit, offset });
  return (
    <>
      {error && (
        <LoadProblem
          what="The drifting servers"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && (
        <Box role="status" aria-busy="true" aria-label="Loading the drifts">
          <Skeleton variant="rounded" height={280} />
        </Box>
      )}
      {value?.totalItems === 0 && !error && (
        <EmptyNote title="No server drifts">
          Every server that has published a version offers what its newest one
          says.
        </EmptyNote>
      )}
      {value && value.totalItems > 0 && (
        <Paper variant="outlined">
          <TableContainer tabIndex={0} role="region" aria-label="Drift">
            <Table size="small" sx={{ '& td': { lineHeight: 1.43 } }}>
              <TableHead>
                <TableRow>
                  <TableCell>Server</TableCell>
                  <TableCell>Owner</TableCell>
                  <TableCell>Worst change</TableCell>
                  <TableCell>Compare</TableCell>
                  <TableCell>Since</TableCell>
                  <TableCell>State</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {value.items.map(drift => (
                  <DriftRow key={drift.server.ref} drift={drift} />
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          <ListPaging
            total={value.totalItems}
            page={page}
            pageSize={pageSize}
            what="Servers"
            onTurn={turnTo}
          />
        </Paper>
      )}
    </>
  );
};
