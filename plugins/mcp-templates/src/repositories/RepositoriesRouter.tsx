import { Route, Routes } from 'react-router-dom';
import { EmptyNote, PortalPage } from '@mcp-portal/plugin-mcp-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RepositoryIcon } from '../icons';
import { repositoriesRouteRef } from '../routes';
import { FilePage } from './FilePage';
import { RepositoryPage } from './RepositoryPage';

const NoRepository = () => (
  <PortalPage
    title="Repositories"
    icon={<RepositoryIcon />}
    href={useRouteRef(repositoriesRouteRef)?.() ?? ''}
  >
    <EmptyNote title="No repository is named here">
      The page of a server or an agent links to its own.
    </EmptyNote>
  </PortalPage>
);

/** The repositories that the portal keeps itself. */
export const RepositoriesRouter = () => (
  <Routes>
    <Route path=":team/:name" element={<RepositoryPage />} />
    <Route path=":team/:name/blob/:branch/*" element={<FilePage />} />
    <Route path="*" element={<NoRepository />} />
  </Routes>
);
