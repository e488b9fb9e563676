import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import MoreVertIcon from '@mui/icons-material/MoreVert';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import {
  mcpCostKeyPermission,
  type ServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import { works } from './keyWords';

export type KeyAct = 'rotate' | 'revoke' | 'teams';

/** What one may do with a key, as a menu; nothing where one may do nothing. */
export const KeyActions = (props: {
  serviceKey: ServiceKey;
  onAct: (act: KeyAct) => void;
}) => {
  const { serviceKey, onAct } = props;
  const { allowed: administers } = usePermission({
    permission: mcpCostKeyPermission,
  });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // A key from the configuration is changed there.
  const ours = serviceKey.createdBy !== 'config' && works(serviceKey);
  if (!ours || !(serviceKey.mayManage || administers)) {
    return null;
  }
  const choose = (act: KeyAct) => () => {
    setAnchor(null);
    onAct(act);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={`Actions for ${serviceKey.name}`}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
      >
        {serviceKey.mayManage && !serviceKey.replacedBy && (
          <MenuItem onClick={choose('rotate')}>Rotate…</MenuItem>
        )}
        {serviceKey.mayManage && (
          <MenuItem onClick={choose('revoke')}>Revoke…</MenuItem>
        )}
        {administers && (
          <MenuItem onClick={choose('teams')}>Teams it reports for…</MenuItem>
        )}
      </Menu>
    </>
  );
};
