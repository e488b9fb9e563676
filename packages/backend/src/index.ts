import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-ai-model'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@mcp-portal/plugin-catalog-backend-module-mcp'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@mcp-portal/plugin-permission-backend-module-mcp'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@mcp-portal/plugin-search-backend-module-mcp'));

// The first keeps what owners are told; the second shows it without a reload, and
// with the third also when another replica learned of it.
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-events-backend'));

backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@mcp-portal/plugin-mcp-registry-backend'));
backend.add(import('@mcp-portal/plugin-mcp-registry-backend-module-cost'));
backend.add(import('@mcp-portal/plugin-mcp-cost-backend'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(import('@mcp-portal/plugin-scaffolder-backend-module-mcp'));
backend.add(import('@mcp-portal/plugin-mcp-templates-backend'));

backend.start();
