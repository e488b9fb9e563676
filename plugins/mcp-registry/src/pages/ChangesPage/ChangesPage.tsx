import {
  Link as RouterLink,
  Navigate,
  Route,
  Routes,
  useParams,
} from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { PortalPage } from '@mcp-portal/plugin-mcp-react';
import { ChangesIcon } from '../../icons';
import { changesRouteRef } from '../../routes';
import { ChangesAnswer } from './ChangesAnswer';
import { DriftsPart } from './DriftsPart';
import { PublishedPart } from './PublishedPart';
import { RemovalsPart } from './RemovalsPart';

const TABS = [
  { path: '', label: 'Published' },
  { path: 'removals', label: 'About to be removed' },
  { path: 'drift', label: 'Drift' },
];

/** What changed in the organisation's servers, and what is about to go? */
export const ChangesPage = () => {
  const base = useRouteRef(changesRouteRef)?.() ?? '';
  const path = useParams()['*'] ?? '';
  return (
    <PortalPage title="MCP changes" icon={<ChangesIcon />} href={base}>
      <ChangesAnswer base={base} />
      <Box sx={{ borderBottom: 1, borderColor: 'divider', my: 2 }}>
        <Tabs
          value={TABS.some(tab => tab.path === path) ? path : false}
          variant="scrollable"
          scrollButtons={false}
          aria-label="Kinds of changes"
        >
          {TABS.map(tab => (
            <Tab
              key={tab.path}
              value={tab.path}
              label={tab.label}
              component={RouterLink}
              to={tab.path ? `${base}/${tab.path}` : base}
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
        <Route index element={<PublishedPart />} />
        <Route path="removals" element={<RemovalsPart />} />
        <Route path="drift" element={<DriftsPart />} />
        <Route path="*" element={<Navigate to={base} replace />} />
      </Routes>
    </PortalPage>
  );
};
