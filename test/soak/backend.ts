import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

import { organisation } from '../bench/usage/organisation';

/**
 * A backend as it runs anywhere, with usage and cost, but with a catalog of
 * teams, servers and agents that are made up.
 */
const backend = createBackend();
backend.add(catalogServiceMock.factory({ entities: organisation() }));
backend.add(import('@mcp-portal/plugin-mcp-cost-backend'));
backend.start();
