import { Suspense, type ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { identityApiRef, storageApiRef } from '@backstage/core-plugin-api';
import type { StorageApi } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';
import type { McpTemplatesApi } from '@mcp-portal/plugin-mcp-templates-common';
import { costApiRef, mcpTemplatesApiRef, registryApiRef } from '../../src/api';
import {
  costsRouteRef,
  repositoriesRouteRef,
  scaffolderRouteRef,
  serverRouteRef,
  serversRouteRef,
  templateRouteRef,
} from '../../src/routes';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
};

/** Draws something of this plugin in an app that has the pages it links to. */
export function renderTemplatesPage(
  element: ReactElement,
  options: {
    templates?: Partial<McpTemplatesApi>;
    registry?: Partial<McpRegistryApi>;
    cost?: Partial<McpCostApi>;
    entities?: Entity[];
    /** Entity refs of the groups that the person is in. */
    teams?: string[];
    storage?: StorageApi;
    address?: string;
  } = {},
) {
  return renderInTestApp(
    <Suspense fallback={null}>
      {element}
      <Address />
    </Suspense>,
    {
      apis: [
        [mcpTemplatesApiRef, { ...options.templates } as McpTemplatesApi],
        [registryApiRef, { ...options.registry } as McpRegistryApi],
        [costApiRef, { ...options.cost } as McpCostApi],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: ['user:default/ada', ...(options.teams ?? [])],
          }),
        ],
        [storageApiRef, options.storage ?? mockApis.storage()],
        catalogApiMock({ entities: options.entities ?? [] }),
      ],
      mountedRoutes: {
        '/mcp-servers': serversRouteRef,
        '/mcp-servers/:namespace/:name': serverRouteRef,
        '/mcp-costs': costsRouteRef,
        '/create': scaffolderRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
        '/mcp-repositories': repositoriesRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [options.address ?? '/'],
    },
  );
}

/** Where the app is now. */
export function shownAddress(): string | null {
  return screen.getByLabelText('address').textContent;
}
