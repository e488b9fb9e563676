import { Suspense } from 'react';
import {
  Link as RouterLink,
  Navigate,
  Route,
  Routes,
  useLocation,
} from 'react-router-dom';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { PortalPage } from '@mcp-portal/plugin-mcp-react';
import { CostsIcon } from '../icons';
import { useCostLinks } from '../useCostLinks';
import { COST_TABS } from './tabs';

const Loading = () => (
  <div role="status" aria-busy="true" aria-label="Loading the page">
    <Skeleton variant="rounded" height={96} sx={{ mb: 2 }} />
    <Skeleton variant="rounded" height={280} />
  </div>
);

/** All pages of cost, under one header, one tab each. */
export const CostsRouter = () => {
  const { base } = useCostLinks();
  const { pathname } = useLocation();
  const [path] = pathname.slice(base.length).replace(/^\//, '').split('/');
  const current = COST_TABS.find(tab => tab.path === path);
  return (
    <PortalPage
      title="Costs"
      icon={<CostsIcon />}
      href={base}
      documentTitle={current?.path ? `${current.label}, costs` : undefined}
    >
      <Box sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}>
        <Tabs
          value={current?.path ?? false}
          variant="scrollable"
          scrollButtons="auto"
          allowScrollButtonsMobile
          aria-label="About costs"
        >
          {COST_TABS.map(tab => (
            <Tab
              key={tab.path}
              value={tab.path}
              label={tab.label}
              component={RouterLink}
              to={tab.path ? `${base}/${tab.path}` : base}
              sx={{
                // The app's own colour for links is not that of tabs.
                color: 'text.secondary',
                // Nine of them fit where the theme's widths would let seven.
                '&&': { minWidth: 0, px: 1.5 },
                '&[aria-selected="true"]': { color: 'primary.main' },
              }}
            />
          ))}
        </Tabs>
      </Box>
      <Suspense fallback={<Loading />}>
        <Routes>
          {COST_TABS.map(({ path: own, Page }) => (
            <Route
              key={own}
              {...(own ? { path: own } : { index: true })}
              element={<Page />}
            />
          ))}
          <Route path="*" element={<Navigate to={base} replace />} />
        </Routes>
      </Suspense>
    </PortalPage>
  );
};
