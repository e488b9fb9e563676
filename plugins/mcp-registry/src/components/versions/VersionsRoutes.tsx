import { Route, Routes, useParams } from 'react-router-dom';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { CompareView } from './CompareView';
import { VersionsView } from './VersionsView';
import { VersionView } from './VersionView';

interface Given {
  server: ServerDetail;
  /** Changes when there is something new to load. */
  revision?: string;
  onChanged: () => void;
}

const OneVersion = (props: Given) => (
  <VersionView {...props} name={useParams().version ?? ''} />
);

/** The timeline, under it each version, and the comparison of any two. */
export const VersionsRoutes = (props: Given) => (
  <Routes>
    <Route index element={<VersionsView {...props} />} />
    <Route
      path="compare"
      element={<CompareView server={props.server} revision={props.revision} />}
    />
    <Route path=":version" element={<OneVersion {...props} />} />
  </Routes>
);
