import { Suspense, type ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mcpRegistryApiRef } from '../../src/api';
import {
  agentsRouteRef,
  catalogGraphRouteRef,
  changesRouteRef,
  conventionsRouteRef,
  createServerRouteRef,
  serversRouteRef,
} from '../../src/routes';
import type { FakeRegistry } from '../registry';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
};

/** Draws something of this plugin in an app that has the pages it links to. */
export function renderRegistryPage(
  element: ReactElement,
  options: {
    registry: FakeRegistry;
    address?: string;
    /** The route that the element stands at, where it reads its parameters. */
    mountPath?: string;
  },
) {
  const { registry, address = '/', mountPath } = options;
  return renderInTestApp(
    <Suspense fallback={null}>
      {element}
      <Address />
    </Suspense>,
    {
      apis: [[mcpRegistryApiRef, registry], catalogApiMock()],
      mountedRoutes: {
        '/mcp-servers': serversRouteRef,
        '/mcp-agents': agentsRouteRef,
        '/mcp-changes': changesRouteRef,
        '/mcp-conventions': conventionsRouteRef,
        '/catalog-graph': catalogGraphRouteRef,
        '/create': createServerRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [address],
      mountPath,
    },
  );
}

/** Where the app is now. */
export function shownAddress(): string | null {
  return screen.getByLabelText('address').textContent;
}
