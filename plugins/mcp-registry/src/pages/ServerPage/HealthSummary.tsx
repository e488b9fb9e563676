import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { LoadProblem, Section } from '@mcp-portal/plugin-mcp-react';
import { useAttempts, useHealthHistory } from '../../api';
import { AttemptTable, HealthStrip } from '../../components';
import { useServerLinks } from '../../useServerLinks';

const DAYS = 30;
const LAST_ATTEMPTS = { limit: 5 };

/** The last 30 days at a glance, and the last attempts. */
export const HealthSummary = ({ server }: { server: ServerDetail }) => {
  const links = useServerLinks();
  const revision = server.health.lastAttemptAt;
  const days = useHealthHistory(server.ref, DAYS, revision);
  const attempts = useAttempts(server.ref, LAST_ATTEMPTS, revision);
  const problem = days.error ?? attempts.error;
  return (
    <Section
      title="Health"
      action={<Link to={`${links.server(server)}/history`}>Whole history</Link>}
    >
      {problem && (
        <LoadProblem
          what="The history"
          error={problem}
          kept={Boolean(days.value || attempts.value)}
          onRetry={() => {
            days.reload();
            attempts.reload();
          }}
        />
      )}
      {days.value ? (
        <HealthStrip days={days.value} length={DAYS} />
      ) : (
        days.loading && <Skeleton variant="rounded" height={56} />
      )}
      <Box sx={{ mt: 1.5 }}>
        {!attempts.value && attempts.loading && (
          <Skeleton variant="rounded" height={200} />
        )}
        {attempts.value && attempts.value.items.length > 0 && (
          <AttemptTable brief attempts={attempts.value.items} />
        )}
        {attempts.value?.items.length === 0 && (
          <Typography variant="body2">It has not been asked yet.</Typography>
        )}
      </Box>
    </Section>
  );
};
