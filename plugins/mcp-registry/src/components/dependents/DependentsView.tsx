import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import TablePagination from '@mui/material/TablePagination';
import Typography from '@mui/material/Typography';
import {
  EmptyNote,
  LoadProblem,
  counted,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { useDependents } from '../../api';
import { catalogGraphRouteRef } from '../../routes';
import { useServerLinks } from '../../useServerLinks';
import { DependentTable } from './DependentTable';
import { TeamCounts } from './TeamCounts';

const PAGE_SIZES = [25, 50, 100];

/** Who breaks if the server changes, by team and one by one. */
export const DependentsView = ({ serverRef }: { serverRef: string }) => {
  const [page, setPage] = useState(0);
  const [limit, setLimit] = useState(PAGE_SIZES[0]);
  const { value, error, loading, reload } = useDependents(serverRef, {
    limit,
    offset: page * limit,
  });
  const links = useServerLinks();
  const graph = useRouteRef(catalogGraphRouteRef)?.();

  return (
    <>
      {error && (
        <LoadProblem
          what="The dependents"
          error={error}
          kept={Boolean(value)}
          onRetry={reload}
        />
      )}
      {!value && loading && (
        <Box role="status" aria-busy="true" aria-label="Loading the dependents">
          <Skeleton width="30ch" height={40} />
          <Skeleton variant="rounded" height={120} sx={{ mb: 2 }} />
          <Skeleton variant="rounded" height={320} />
        </Box>
      )}
      {value?.totalItems === 0 && (
        <EmptyNote title="Nobody is known to use it">
          An agent counts as a dependent when its entity names this server in{' '}
          <code>spec.mcpServers</code> or <code>spec.consumesApis</code>, and
          you may see the agent.
        </EmptyNote>
      )}
      {value && value.totalItems > 0 && (
        <>
          <Typography variant="h6" component="p" sx={{ m: 0 }}>
            {counted(value.totalItems, 'agent')} of{' '}
            {counted(value.teams.length, 'team')}{' '}
            {value.totalItems === 1 ? 'uses' : 'use'} it.
          </Typography>
          <Section title="By team">
            <TeamCounts teams={value.teams} />
          </Section>
          <Section
            title="Agents"
            action={
              graph && (
                <Link
                  to={`${graph}?rootEntityRefs%5B%5D=${encodeURIComponent(
                    serverRef,
                  )}`}
                >
                  Show in the catalog graph
                </Link>
              )
            }
          >
            <DependentTable
              dependents={value.items}
              toolHref={tool => links.tool(parseEntityRef(serverRef), tool)}
            />
            {value.totalItems > PAGE_SIZES[0] && (
              <TablePagination
                component="div"
                count={value.totalItems}
                page={page}
                rowsPerPage={limit}
                rowsPerPageOptions={PAGE_SIZES}
                onPageChange={(_event, next) => setPage(next)}
                onRowsPerPageChange={event => {
                  setLimit(Number(event.target.value));
                  setPage(0);
                }}
              />
            )}
          </Section>
        </>
      )}
    </>
  );
};
