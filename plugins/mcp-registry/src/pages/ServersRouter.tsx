import { Route, Routes } from 'react-router-dom';
import type { ServerTab } from '@mcp-portal/plugin-mcp-react/extensions';
import { ServerPage } from './ServerPage';
import { ServersPage } from './ServersPage';

/** The list, and under it each server, with the tabs of other plugins. */
export const ServersRouter = ({ tabs }: { tabs?: ServerTab[] }) => (
  <Routes>
    <Route index element={<ServersPage />} />
    <Route path=":namespace/:name/*" element={<ServerPage moreTabs={tabs} />} />
  </Routes>
);
