import { useState } from 'react';
import TablePagination from '@mui/material/TablePagination';
import Typography from '@mui/material/Typography';
import Skeleton from '@mui/material/Skeleton';
import {
  EmptyNote,
  LoadProblem,
  shownNumber,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { useAttempts, useHealthHistory } from '../../api';
import { AttemptTable } from './AttemptTable';
import { HealthStrip } from './HealthStrip';
import { SnapshotTable } from './SnapshotTable';

const DAYS = 30;
const PAGE_SIZES = [10, 25, 100];

/** How well a server has answered, and what it was seen to offer. */
export const HistoryView = (props: {
  serverRef: string;
  revision?: string;
}) => {
  const { serverRef, revision } = props;
  const [page, setPage] = useState(0);
  const [limit, setLimit] = useState(PAGE_SIZES[0]);
  const days = useHealthHistory(serverRef, DAYS, revision);
  const attempts = useAttempts(
    serverRef,
    { limit, offset: page * limit },
    revision,
  );
  const ok = days.value?.reduce((sum, day) => sum + day.ok, 0) ?? 0;
  const failed = days.value?.reduce((sum, day) => sum + day.failed, 0) ?? 0;

  if (attempts.value?.totalItems === 0 && !attempts.error) {
    return (
      <EmptyNote title="No attempts yet">
        The server has not been asked for its contract. The schedule does it, or
        “Ask now” on the server&apos;s page.
      </EmptyNote>
    );
  }
  return (
    <>
      <Typography variant="h6" component="p" sx={{ m: 0, mb: 1 }}>
        {days.value ? (
          `It answered ${shownNumber(ok)} of ${shownNumber(
            ok + failed,
          )} times in the last ${DAYS} days.`
        ) : (
          <Skeleton width="40ch" />
        )}
      </Typography>
      {days.error && (
        <LoadProblem
          what="The health by day"
          error={days.error}
          kept={Boolean(days.value)}
          onRetry={days.reload}
        />
      )}
      {days.value ? (
        <HealthStrip days={days.value} length={DAYS} />
      ) : (
        days.loading && <Skeleton variant="rounded" height={56} />
      )}
      <Section title="Attempts">
        {attempts.error && (
          <LoadProblem
            what="The attempts"
            error={attempts.error}
            kept={Boolean(attempts.value)}
            onRetry={attempts.reload}
          />
        )}
        {attempts.value ? (
          <>
            <AttemptTable attempts={attempts.value.items} />
            <TablePagination
              component="div"
              count={attempts.value.totalItems}
              page={page}
              rowsPerPage={limit}
              rowsPerPageOptions={PAGE_SIZES}
              onPageChange={(_event, next) => setPage(next)}
              onRowsPerPageChange={event => {
                setLimit(Number(event.target.value));
                setPage(0);
              }}
            />
          </>
        ) : (
          attempts.loading && <Skeleton variant="rounded" height={360} />
        )}
      </Section>
      <SnapshotTable serverRef={serverRef} revision={revision} />
    </>
  );
};
