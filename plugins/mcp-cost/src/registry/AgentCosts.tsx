import { createContext, useContext, type ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type {
  BreakdownQuery,
  Measures,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useEntityCostLink } from '../components/entities';
import { useCost } from '../components/loading';
import { monthUntilNow } from '../components/period';
import { CostOf } from '../components/usage';

/** As many values as the API takes in one filter. */
const MAX_VALUES = 20;

interface Costs {
  /** By agent; missing while it is awaited. */
  byAgent?: Map<string, Measures>;
  error?: Error;
}

const CostsContext = createContext<Costs>({});

/** Asks once for all agents of a list. */
export const AgentCostsProvider = (props: {
  agentRefs: string[];
  children: ReactNode;
}) => {
  const { agentRefs, children } = props;
  const questions = inChunks(agentRefs).map(
    (agent): BreakdownQuery => ({
      ...monthUntilNow(),
      by: ['agent'],
      agent,
      limit: agent.length,
    }),
  );
  // What is known of some agents says nothing of others.
  const { value, error } = useCost(
    `costs of ${agentRefs.join()}`,
    questions,
    async (api, options) => {
      const answers = await Promise.all(
        questions.map(question => api.getBreakdown(question, options)),
      );
      return answers.flatMap(({ items }) => items);
    },
  );
  const byAgent =
    value &&
    new Map(
      value.map(({ values: [agent], measures }) => [
        agent.value ?? '',
        measures,
      ]),
    );
  return (
    <CostsContext.Provider value={{ byAgent, error }}>
      {children}
    </CostsContext.Provider>
  );
};

/** What an agent costs this month, as far as the reader may see. */
export const AgentCostCell = ({ agentRef }: { agentRef: string }) => {
  const { byAgent, error } = useContext(CostsContext);
  const href = useEntityCostLink()(agentRef);
  if (!byAgent) {
    return error ? (
      <Box
        component="span"
        title={error.message}
        sx={{ color: 'text.secondary' }}
      >
        Not known
      </Box>
    ) : (
      <Skeleton width="6ch" />
    );
  }
  const measures = byAgent.get(agentRef);
  return measures ? (
    <Link to={href} color="inherit">
      <CostOf below measures={measures} />
    </Link>
  ) : (
    <Box
      component="span"
      title="No usage this month that you may see."
      sx={{ color: 'text.secondary' }}
    >
      No usage
    </Box>
  );
};

function inChunks(refs: string[]): string[][] {
  const count = Math.ceil(refs.length / MAX_VALUES);
  return Array.from({ length: count }, (_, index) =>
    refs.slice(index * MAX_VALUES, (index + 1) * MAX_VALUES),
  );
}
