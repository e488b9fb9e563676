import { useId, useMemo, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { CLIENTS } from './clients';
import { ClientSnippet } from './ClientSnippet';
import { connectOptions } from './connectOptions';

/** The exact text for each client's file, never with a secret in it. */
export const ConnectDialog = (props: {
  server: ServerDetail;
  onClose: () => void;
}) => {
  const { server, onClose } = props;
  const { targets, notes } = useMemo(() => connectOptions(server), [server]);
  const [targetIndex, setTargetIndex] = useState(0);
  const [clientId, setClientId] = useState(CLIENTS[0].id);
  const titleId = useId();
  const panelId = useId();
  const target = targets[targetIndex];
  const client = CLIENTS.find(one => one.id === clientId) ?? CLIENTS[0];

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
          <>
            <Tabs
              value={clientId}
              onChange={(_event, value) => setClientId(value)}
              variant="scrollable"
              allowScrollButtonsMobile
              aria-label="Client"
            >
              {CLIENTS.map(({ id, name }) => (
                <Tab
                  key={id}
                  value={id}
                  label={name}
                  id={`${panelId}-${id}`}
                  aria-controls={panelId}
                />
              ))}
            </Tabs>
            <Box
              id={panelId}
              role="tabpanel"
              aria-labelledby={`${panelId}-${clientId}`}
              sx={{ pt: 2 }}
            >
              <ClientSnippet
                client={client}
                snippet={client.snippet(server.name, target)}
              />
            </Box>
          </>
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
