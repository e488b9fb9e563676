import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef, useVersions } from '../../api';

const NEWEST = { limit: 100 };

/** Says that a version is on its way out: why, what instead, and until when. */
export const DeprecateDialog = (props: {
  serverRef: string;
  version: ServerVersion;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { serverRef, version, onClose, onDone } = props;
  const registry = useApi(mcpRegistryApiRef);
  const before = version.deprecation;
  const [reason, setReason] = useState(before?.reason ?? '');
  const [replacement, setReplacement] = useState(before?.replacement ?? '');
  const [sunsetOn, setSunsetOn] = useState(before?.sunsetOn ?? '');
  const versions = useVersions(serverRef, NEWEST);
  const others = (versions.value?.items ?? [])
    .filter(one => one.status === 'active' && one.version !== version.version)
    .map(one => one.version);
  const act = useAct(async () => {
    await registry.deprecateVersion(serverRef, version.version, {
      reason: reason.trim(),
      replacement: replacement.trim() || undefined,
      sunsetOn: sunsetOn || undefined,
    });
    onDone();
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby="deprecate-title"
    >
      <DialogTitle id="deprecate-title">
        {before
          ? `Change the deprecation of ${version.version}`
          : `Deprecate ${version.version}`}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <TextField
          required
          size="small"
          multiline
          minRows={2}
          label="Why"
          value={reason}
          onChange={event => setReason(event.target.value)}
          helperText="Everyone who uses it reads this."
          sx={{ mt: 1 }}
        />
        <Autocomplete
          freeSolo
          size="small"
          options={others}
          inputValue={replacement}
          onInputChange={(_event, next) => setReplacement(next)}
          renderInput={given => (
            <TextField
              {...given}
              label="What to use instead"
              helperText="A version of this server, or another server’s reference."
            />
          )}
        />
        <TextField
          size="small"
          type="date"
          label="To be removed after"
          InputLabelProps={{ shrink: true }}
          value={sunsetOn}
          onChange={event => setSunsetOn(event.target.value)}
          helperText="Without a day, it stays deprecated until somebody deletes it."
          sx={{ maxWidth: 260 }}
        />
        {act.error && (
          <Alert severity="error">
            It was not deprecated: {act.error.message}
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
          {act.running ? 'Saving…' : 'Deprecate'}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
