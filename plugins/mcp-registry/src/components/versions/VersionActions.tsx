import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type {
  ServerDetail,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from '../../api';
import { DeleteDialog } from './DeleteDialog';
import { DeprecateDialog } from './DeprecateDialog';

/** What those who may can do with a version; nothing for all others. */
export const VersionActions = (props: {
  server: ServerDetail;
  version: ServerVersion;
  onChanged: () => void;
}) => {
  const { server, version, onChanged } = props;
  const registry = useApi(mcpRegistryApiRef);
  const [dialog, setDialog] = useState<'deprecate' | 'delete'>();
  const restore = useAct(async () => {
    await registry.restoreVersion(server.ref, version.version);
    onChanged();
  });
  if (!server.mayPublish || version.status === 'deleted') {
    return null;
  }
  const close = () => setDialog(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const deprecated = version.status === 'deprecated';
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => setDialog('deprecate')}>
          {deprecated ? 'Change the deprecation' : 'Deprecate'}
        </Button>
        {deprecated && (
          <Button
            variant="outlined"
            disabled={restore.running}
            onClick={() => restore.run()}
          >
            Restore
          </Button>
        )}
        <Button
          variant="outlined"
          color="error"
          onClick={() => setDialog('delete')}
        >
          Delete
        </Button>
      </Box>
      {restore.error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          It was not restored: {restore.error.message}
        </Alert>
      )}
      {dialog === 'deprecate' && (
        <DeprecateDialog
          serverRef={server.ref}
          version={version}
          onClose={close}
          onDone={done}
        />
      )}
      {dialog === 'delete' && (
        <DeleteDialog
          serverRef={server.ref}
          version={version.version}
          onClose={close}
          onDone={done}
        />
      )}
    </Box>
  );
};
