import { Link } from '@backstage/core-components';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { counted, LoadProblem, Section } from '@mcp-portal/plugin-mcp-react';
import { useDependents } from '../../api';
import { TeamCounts } from '../../components';
import { useServerLinks } from '../../useServerLinks';

const COUNTS_ONLY = { limit: 1 };

/** Which teams would notice if the server changed. */
export const DependentsSummary = ({ server }: { server: ServerDetail }) => {
  const links = useServerLinks();
  const { value, error, loading, reload } = useDependents(
    server.ref,
    COUNTS_ONLY,
  );
  return (
    <Section
      title="Dependents"
      action={
        <Link to={`${links.server(server)}/dependents`}>All dependents</Link>
      }
    >
      {error && (
        <LoadProblem
          what="The dependents"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && <Skeleton variant="rounded" height={80} />}
      {value && (
        <>
          <Typography variant="body1" component="p" sx={{ m: 0, mb: 1 }}>
            {value.totalItems === 0
              ? 'No agent is known to use it.'
              : `${counted(value.totalItems, 'agent')} of ${counted(
                  value.teams.length,
                  'team',
                )}`}
          </Typography>
          <TeamCounts teams={value.teams} />
        </>
      )}
    </Section>
  );
};
