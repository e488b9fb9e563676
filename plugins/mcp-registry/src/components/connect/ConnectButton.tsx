import { useState } from 'react';
import PowerOutlinedIcon from '@mui/icons-material/PowerOutlined';
import Button from '@mui/material/Button';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { ConnectDialog } from './ConnectDialog';

export const ConnectButton = ({ server }: { server: ServerDetail }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        startIcon={<PowerOutlinedIcon />}
        onClick={() => setOpen(true)}
      >
        Connect
      </Button>
      {open && <ConnectDialog server={server} onClose={() => setOpen(false)} />}
    </>
  );
};
