import BusinessIcon from '@mui/icons-material/Business';
import GppMaybeOutlinedIcon from '@mui/icons-material/GppMaybeOutlined';
import VerifiedUserOutlinedIcon from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { Trust } from '@mcp-portal/plugin-mcp-registry-common';
import { TRUST_MEANINGS, TRUST_WORDS } from './trustWords';

const ICONS = {
  internal: { Icon: BusinessIcon, color: 'text.secondary' },
  'verified-third-party': {
    Icon: VerifiedUserOutlinedIcon,
    color: 'success.main',
  },
  unverified: { Icon: GppMaybeOutlinedIcon, color: 'warning.main' },
};

export const TrustWord = ({ trust }: { trust: Trust }) => {
  const { Icon, color } = ICONS[trust];
  return (
    <Tooltip title={TRUST_MEANINGS[trust]} describeChild>
      <Box
        component="span"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}
      >
        <Icon fontSize="small" sx={{ color }} aria-hidden />
        {TRUST_WORDS[trust]}
      </Box>
    </Tooltip>
  );
};
