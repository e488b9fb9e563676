import { Suspense, type ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mcpCostApiRef } from '../../src/api';
import { costsRouteRef, serverRouteRef } from '../../src/routes';
import type { FakeCost } from '../cost';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
};

/** Who looks at the pages. */
export const READER = 'user:default/ada';

/** Draws something of this plugin in an app that has the pages it links to. */
export function renderCostPage(
  element: ReactElement,
  options: {
    cost: FakeCost;
    address?: string;
    /** The route that the element stands at, where it reads its parameters. */
    mountPath?: string;
    catalog?: ReturnType<typeof catalogApiMock>;
  },
) {
  const { cost, address = '/mcp-costs', mountPath } = options;
  return renderInTestApp(
    <Suspense fallback={null}>
      {element}
      <Address />
    </Suspense>,
    {
      apis: [
        [mcpCostApiRef, cost.api],
        [identityApiRef, mockApis.identity({ userEntityRef: READER })],
        options.catalog ?? catalogApiMock(),
      ],
      mountedRoutes: {
        '/mcp-costs': costsRouteRef,
        '/mcp-servers/:namespace/:name': serverRouteRef,
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
