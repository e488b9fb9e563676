import type { SvgIconComponent } from '@mui/icons-material';
import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutline';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import HelpOutlineIcon from '@mui/icons-material/HelpOutline';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import type { HealthLevel } from '@mcp-portal/plugin-mcp-registry-common';

/** How each of the four levels is said and drawn, the same on every page. @public */
export const LEVELS: Record<
  HealthLevel,
  { word: string; icon: SvgIconComponent; color: string }
> = {
  good: { word: 'Good', icon: CheckCircleOutlineIcon, color: 'success.main' },
  attention: {
    word: 'Needs attention',
    icon: WarningAmberIcon,
    color: 'warning.main',
  },
  problem: { word: 'Problem', icon: ErrorOutlineIcon, color: 'error.main' },
  unknown: {
    word: 'Unknown',
    icon: HelpOutlineIcon,
    color: 'text.secondary',
  },
};
