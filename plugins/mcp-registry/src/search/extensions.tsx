import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { ServersIcon } from '../icons';

/** The type of document that the registry's collator makes. */
const DOCUMENT_TYPE = 'mcp-server';

const serverResult = SearchResultListItemBlueprint.make({
  name: 'server',
  params: {
    icon: <ServersIcon size={24} />,
    predicate: result => result.type === DOCUMENT_TYPE,
    component: () => import('./ServerResult').then(m => m.ServerResult),
  },
});

const serverResultType = SearchFilterResultTypeBlueprint.make({
  name: 'server',
  params: {
    value: DOCUMENT_TYPE,
    name: 'MCP servers',
    icon: <ServersIcon size={24} />,
  },
});

/** What Backstage's search shows of servers. */
export const searchExtensions = [serverResult, serverResultType];
