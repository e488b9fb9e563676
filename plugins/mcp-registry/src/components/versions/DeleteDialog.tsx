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
import type { BlastRadius } from '@mcp-portal/plugin-mcp-registry-common';
import { useAct, counted } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef, readBlastRadius } from '../../api';
import { BlastRadiusList } from './BlastRadiusList';

/** Deletes a version; where agents depend on it, only with a reason. */
export const DeleteDialog = (props: {
  serverRef: string;
  version: string;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { serverRef, version, onClose, onDone } = props;
  const registry = useApi(mcpRegistryApiRef);
  const [reason, setReason] = useState('');
  const [dependents, setDependents] = useState<BlastRadius>();
  const act = useAct(async () => {
    try {
      await registry.deleteVersion(serverRef, version, {
        reason: reason.trim() || undefined,
      });
    } catch (thrown) {
      const found = readBlastRadius(thrown);
      if (!found) {
        throw thrown;
      }
      setDependents(found);
      return;
    }
    onDone();
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby="delete-title"
    >
      <DialogTitle id="delete-title">Delete {version}?</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          Nobody may rely on it any more, and the gate no longer compares with
          it. It stays in the timeline, and its number is never used again.
        </Typography>
        {dependents && (
          <>
            <Alert severity="warning">
              {counted(dependents.total, 'agent')} of{' '}
              {counted(dependents.teams.length, 'team')} still{' '}
              {dependents.total === 1 ? 'depends' : 'depend'} on it. Tell them
              first, or say why it has to go now.
            </Alert>
            <BlastRadiusList breaks={dependents} />
          </>
        )}
        <TextField
          size="small"
          multiline
          minRows={2}
          required={Boolean(dependents)}
          label="Why"
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        {act.error && (
          <Alert severity="error">
            It was not deleted: {act.error.message}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          color="error"
          disabled={act.running || (Boolean(dependents) && !reason.trim())}
          onClick={() => act.run()}
        >
          {dependents ? 'Delete it all the same' : 'Delete'}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
