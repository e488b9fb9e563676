import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { AgentColumn } from '@mcp-portal/plugin-mcp-react/extensions';
import {
  LoadProblem,
  PortalPage,
  SearchBox,
} from '@mcp-portal/plugin-mcp-react';
import { useAgentFacets, useAgents } from '../../api';
import { AgentsIcon } from '../../icons';
import { agentsRouteRef } from '../../routes';
import { AgentFilterBar } from './AgentFilterBar';
import { AgentsAnswer } from './AgentsAnswer';
import { AgentsTable } from './AgentsTable';
import { NoAgents } from './NoAgents';
import { useAgentFilters } from './useAgentFilters';

/** Which agents exist, and what do they reach? */
export const AgentsPage = (props: {
  /** What other plugins say of agents. */
  columns?: AgentColumn[];
}) => {
  const filters = useAgentFilters();
  const { filter, query, narrowed, change, clear } = filters;
  const agents = useAgents(query);
  const facets = useAgentFacets(filter);
  const href = useRouteRef(agentsRouteRef)?.() ?? '';

  const problem = agents.error ?? facets.error;
  const empty = agents.value?.totalItems === 0 && !agents.error;
  const failedWhole = Boolean(agents.error && !agents.value);
  return (
    <PortalPage title="MCP agents" icon={<AgentsIcon />} href={href}>
      {!failedWhole && (
        <AgentsAnswer
          total={agents.value?.totalItems}
          narrowed={narrowed}
          outdated={Boolean(agents.error)}
        />
      )}
      <Box sx={{ mt: 2, mb: 1.5 }}>
        <SearchBox
          focusFirst
          label="Search agents by name, purpose or owner"
          placeholder="Search by name, purpose or owner"
          value={filter.search ?? ''}
          onChange={search => change({ search })}
        />
      </Box>
      <AgentFilterBar
        facets={facets.value}
        filter={filter}
        narrowed={narrowed}
        onChange={change}
        onClear={clear}
      />
      {problem && (
        <LoadProblem
          what={agents.error ? 'The agents' : 'The filters'}
          error={problem}
          kept={Boolean(agents.error && agents.value)}
          onRetry={() => {
            agents.reload();
            facets.reload();
          }}
        />
      )}
      {!failedWhole && (
        <Paper variant="outlined" sx={{ mt: 1.5, minWidth: 0 }}>
          {empty ? (
            <NoAgents narrowed={narrowed} onClear={clear} />
          ) : (
            <AgentsTable
              agents={agents.value}
              loading={agents.loading}
              filters={filters}
              moreColumns={props.columns}
            />
          )}
        </Paper>
      )}
    </PortalPage>
  );
};
