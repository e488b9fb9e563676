import { Route, Routes } from 'react-router-dom';
import { ServerPage } from './ServerPage';
import { ServersPage } from './ServersPage';

/** The list, and under it each server. */
export const ServersRouter = () => (
  <Routes>
    <Route index element={<ServersPage />} />
    <Route path=":namespace/:name/*" element={<ServerPage />} />
  </Routes>
);
