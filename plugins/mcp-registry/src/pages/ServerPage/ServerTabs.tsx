import {
  Link as RouterLink,
  Navigate,
  Route,
  Routes,
  useParams,
} from 'react-router-dom';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ServerTab } from '@mcp-portal/plugin-mcp-react/extensions';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { shownNumber } from '@mcp-portal/plugin-mcp-react';
import {
  ContractView,
  ConventionsView,
  DependentsView,
  HistoryView,
  VersionsRoutes,
} from '../../components';
import { useServerLinks } from '../../useServerLinks';
import { OverviewTab } from './OverviewTab';

/** The parts of the server's page; which one is in the address. */
export const ServerTabs = (props: {
  server: ServerDetail;
  /** Changes when there is something new to load. */
  revision: string;
  /** What other plugins say of it; one of our own paths stays ours. */
  moreTabs?: ServerTab[];
  onChanged: () => void;
}) => {
  const { server, revision, moreTabs = [], onChanged } = props;
  const links = useServerLinks();
  const base = links.server(server);
  // A tab may have pages of its own.
  const [path] = (useParams()['*'] ?? '').split('/');
  const { lastAttemptAt } = server.health;
  const ownTabs = [
    { path: '', label: 'Overview', to: base },
    {
      path: 'contract',
      label: server.counts
        ? `Contract (${shownNumber(server.counts.tools)} tools)`
        : 'Contract',
      to: `${base}/contract`,
    },
    { path: 'versions', label: 'Versions', to: links.versions(server) },
    {
      path: 'dependents',
      label: `Dependents (${shownNumber(server.dependents)})`,
      to: `${base}/dependents`,
    },
    {
      path: 'conventions',
      label: 'Conventions',
      to: links.conventions(server),
    },
    { path: 'history', label: 'History', to: `${base}/history` },
  ];
  const others = moreTabs.filter(
    other => !ownTabs.some(own => own.path === other.path),
  );
  const tabs = [
    ...ownTabs,
    ...others.map(other => ({
      path: other.path,
      label: other.title,
      to: `${base}/${other.path}`,
    })),
  ];
  const active = tabs.some(tab => tab.path === path) ? path : false;
  return (
    <>
      <Box sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}>
        <Tabs
          value={active}
          variant="scrollable"
          scrollButtons="auto"
          allowScrollButtonsMobile
          aria-label="About this server"
        >
          {tabs.map(tab => (
            <Tab
              key={tab.path}
              value={tab.path}
              label={tab.label}
              component={RouterLink}
              to={tab.to}
              sx={{
                // The app's own colour for links is not that of tabs.
                color: 'text.secondary',
                '&[aria-selected="true"]': { color: 'primary.main' },
              }}
            />
          ))}
        </Tabs>
      </Box>
      <Routes>
        <Route index element={<OverviewTab server={server} />} />
        <Route
          path="contract"
          element={
            <ContractView serverRef={server.ref} revision={lastAttemptAt} />
          }
        />
        <Route
          path="versions/*"
          element={
            <VersionsRoutes
              server={server}
              revision={revision}
              onChanged={onChanged}
            />
          }
        />
        <Route
          path="conventions"
          element={<ConventionsView server={server} />}
        />
        <Route
          path="dependents"
          element={<DependentsView serverRef={server.ref} />}
        />
        <Route
          path="history"
          element={
            <HistoryView serverRef={server.ref} revision={lastAttemptAt} />
          }
        />
        {others.map(other => (
          <Route
            key={other.path}
            path={`${other.path}/*`}
            element={
              <other.Component
                serverRef={server.ref}
                ownerRef={server.owner.ref}
              />
            }
          />
        ))}
        <Route path="*" element={<Navigate to={base} replace />} />
      </Routes>
    </>
  );
};
