import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LogoMark } from './LogoMark';

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Box
      sx={{
        height: 2 * sidebarConfig.logoHeight,
        display: 'flex',
        alignItems: 'center',
        pl: 3,
        // The sidebar is dark in both themes.
        color: 'common.white',
      }}
    >
      <Link
        to="/"
        underline="none"
        color="inherit"
        aria-label="MCP Portal, home"
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <LogoMark />
          {isOpen && (
            <Typography component="span" variant="subtitle1" noWrap>
              MCP Portal
            </Typography>
          )}
        </Box>
      </Link>
    </Box>
  );
};
