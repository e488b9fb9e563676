import { useId, useMemo, useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { ClientSnippets, connectOptions } from '@mcp-portal/plugin-mcp-react';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';

/** The exact text for each client's file, never with a secret in it. */
export const ConnectDialog = (props: {
  server: ServerDetail;
  onClose: () => void;
}) => {
  const { server, onClose } = props;
  const { targets, notes } = useMemo(() => connectOptions(server), [server]);
  const [targetIndex, setTargetIndex] = useState(0);
  const titleId = useId();
  const target = targets[targetIndex];

  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        Connect to {server.title ?? server.name}
      </DialogTitle>
      <DialogContent>
        {targets.length > 1 && (
          <TextField
            select
            fullWidth
            size="small"
            label="Reach it by"
            value={targetIndex}
            onChange={event => setTargetIndex(Number(event.target.value))}
            sx={{ my: 1 }}
          >
            {targets.map(({ label }, index) => (
              <MenuItem key={index} value={index}>
                {label}
              </MenuItem>
            ))}
          </TextField>
        )}
        {target ? (
          <ClientSnippets serverName={server.name} target={target} />
        ) : (
          <Alert severity="info">
            Nothing here says how to reach this server: its entity has no remote
            and no package that a client can use. Ask its owner.
          </Alert>
        )}
        {notes.length > 0 && (
          <Alert severity="info" sx={{ mt: 2 }}>
            {notes.map(note => (
              <div key={note}>{note}</div>
            ))}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
};
