import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from '../../api';

/** Says that a drift is known, and why it may stay for now. */
export const AcknowledgeDialog = (props: {
  serverRef: string;
  snapshot: string;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { serverRef, snapshot, onClose, onDone } = props;
  const registry = useApi(mcpRegistryApiRef);
  const [reason, setReason] = useState('');
  const act = useAct(async () => {
    await registry.acknowledgeDrift(serverRef, {
      snapshot,
      reason: reason.trim(),
    });
    onDone();
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby="acknowledge-title"
    >
      <DialogTitle id="acknowledge-title">Acknowledge the drift</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          It goes on being shown, quietly. When the server offers something else
          again, that is a new drift.
        </Typography>
        <TextField
          required
          size="small"
          multiline
          minRows={2}
          label="Why it may stay for now"
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        {act.error && (
          <Alert severity="error">
            It was not acknowledged: {act.error.message}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          disabled={!reason.trim() || act.running}
          onClick={() => act.run()}
        >
          {act.running ? 'Saving…' : 'Acknowledge'}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
