import type { ReactNode } from 'react';
import type { SvgIconComponent } from '@mui/icons-material';
import BlockIcon from '@mui/icons-material/Block';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import InfoOutlinedIcon from '@mui/icons-material/InfoOutlined';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import Box from '@mui/material/Box';
import type { ConventionSeverity } from '@mcp-portal/mcp-contract';

const LOOKS: Record<
  ConventionSeverity,
  { word: string; icon: SvgIconComponent; color: string }
> = {
  error: { word: 'Error', icon: ErrorOutlineIcon, color: 'error.main' },
  warning: { word: 'Warning', icon: WarningAmberIcon, color: 'warning.main' },
  info: { word: 'Advice', icon: InfoOutlinedIcon, color: 'info.main' },
  off: { word: 'Off', icon: BlockIcon, color: 'text.secondary' },
};

/** How much a convention matters, as icon and word; what follows comes after it. */
export const SeverityWord = (props: {
  severity: ConventionSeverity;
  children?: ReactNode;
}) => {
  const { severity, children } = props;
  const { word, icon: Icon, color } = LOOKS[severity];
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'flex-start', gap: 0.75 }}
    >
      <Icon fontSize="small" sx={{ color, flexShrink: 0 }} aria-hidden />
      <span>
        {word}
        {children && ': '}
        {children}
      </span>
    </Box>
  );
};
