import '@backstage/cli/asset-types';
// The dev app is an app, though it stands in a plugin's package.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import plugin, { mcpRegistryApiRef } from '../src';
import { organisationEntities } from './organisation';
import { registryVariant } from './variants';

const registry = registryVariant();

const fakes = [
  createFrontendModule({
    pluginId: 'mcp-registry',
    extensions: [
      ApiBlueprint.make({
        name: 'registry',
        params: defineParams =>
          defineParams({
            api: mcpRegistryApiRef,
            deps: {},
            factory: () => registry,
          }),
      }),
    ],
  }),
  createFrontendModule({
    pluginId: 'catalog',
    extensions: [
      ApiBlueprint.make({
        params: defineParams =>
          defineParams({
            api: catalogApiRef,
            deps: {},
            factory: () =>
              new InMemoryCatalogClient({
                entities: organisationEntities(registry),
              }),
          }),
      }),
    ],
  }),
];

const app = createApp({
  features: [plugin, catalogPlugin, apiDocsPlugin, ...fakes],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
