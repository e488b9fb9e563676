import { useState } from 'react';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TablePagination from '@mui/material/TablePagination';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import {
  LoadProblem,
  shownNumber,
  shownSize,
  RelativeTime,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { useSnapshots } from '../../api';
import { ShortHash } from '../ShortHash';

const LIMIT = 10;
const NUMBER = { fontVariantNumeric: 'tabular-nums' } as const;

/** Every distinct contract that the server was seen to offer. */
export const SnapshotTable = (props: {
  serverRef: string;
  revision?: string;
}) => {
  const { serverRef, revision } = props;
  const [page, setPage] = useState(0);
  const { value, error, loading, reload } = useSnapshots(
    serverRef,
    { limit: LIMIT, offset: page * LIMIT },
    revision,
  );
  return (
    <Section title="Contracts seen">
      {error && (
        <LoadProblem
          what="The contracts seen"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={120} />}
      {value?.totalItems === 0 && (
        <Typography variant="body2">
          None: the server has never answered with its whole contract.
        </Typography>
      )}
      {value && value.totalItems > 0 && (
        <TableContainer tabIndex={0} role="region" aria-label="Contracts seen">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>Snapshot</TableCell>
                <TableCell>First seen</TableCell>
                <TableCell>Last seen</TableCell>
                <TableCell align="right">Tools</TableCell>
                <TableCell align="right">Prompts</TableCell>
                <TableCell align="right">Resources</TableCell>
                <TableCell align="right">Size</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {value.items.map(seen => (
                <TableRow key={seen.snapshot}>
                  <TableCell>
                    <ShortHash sha256={seen.snapshot} />
                    {seen.current && ', offered now'}
                  </TableCell>
                  <TableCell>
                    <RelativeTime at={seen.firstSeenAt} />
                  </TableCell>
                  <TableCell>
                    <RelativeTime at={seen.lastSeenAt} />
                  </TableCell>
                  <TableCell align="right" sx={NUMBER}>
                    {shownNumber(seen.counts.tools)}
                  </TableCell>
                  <TableCell align="right" sx={NUMBER}>
                    {shownNumber(seen.counts.prompts)}
                  </TableCell>
                  <TableCell align="right" sx={NUMBER}>
                    {shownNumber(
                      seen.counts.resources + seen.counts.resourceTemplates,
                    )}
                  </TableCell>
                  <TableCell align="right" sx={NUMBER}>
                    {shownSize(seen.sizeBytes)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {value.totalItems > LIMIT && (
            <TablePagination
              component="div"
              count={value.totalItems}
              page={page}
              rowsPerPage={LIMIT}
              rowsPerPageOptions={[LIMIT]}
              onPageChange={(_event, next) => setPage(next)}
            />
          )}
        </TableContainer>
      )}
    </Section>
  );
};
