import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { UsageFilter } from '@mcp-portal/plugin-mcp-cost-common';
import { LINKS_IN_TEXT } from '@mcp-portal/plugin-mcp-react';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';
import { useCost } from '../loading';
import { CostOf } from '../usage';

const OF_SERVERS = ['tool-call', 'hosting', 'charge', 'other'];
const OF_MODELS = 'model-call';

/**
 * Usage that has a server, or should have one. Calls of models have none by
 * nature: among the servers they would hide the tool calls that lost theirs.
 */
export function kindsOfServerUse(kind?: string[]): string[] {
  const left = (kind ?? OF_SERVERS).filter(one => one !== OF_MODELS);
  // Of one who asks for models only, nothing is taken away.
  return left.length > 0 ? left : [OF_MODELS];
}

/** Whether a table of servers leaves something of this usage out. */
export function leavesModelsOut({ kind }: Pick<UsageFilter, 'kind'>): boolean {
  return !kind || (kind.includes(OF_MODELS) && kind.length > 1);
}

/** What models cost, below the servers among which it is not. */
export const ModelsLeftOut = (props: {
  filter: UsageFilter;
  query: AddressQuery;
}) => {
  const { breakdown } = useCostLinks();
  const question = {
    ...props.filter,
    kind: [OF_MODELS],
    by: ['model' as const],
    limit: 1,
  };
  const { value } = useCost('models-left-out', question, (api, options) =>
    api.getBreakdown(question, options),
  );
  if (!value || value.total.events === 0) {
    return null;
  }
  return (
    <Box sx={{ mt: 1, color: 'text.secondary', ...LINKS_IN_TEXT }}>
      Calls of models have no server and are not among these:{' '}
      <CostOf measures={value.total} />.{' '}
      <Link to={breakdown({ ...props.query, kind: OF_MODELS, by: ['model'] })}>
        See them by model
      </Link>
    </Box>
  );
};
