import { useApi } from '@backstage/core-plugin-api';
import Typography from '@mui/material/Typography';
import type { ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';
import { RelativeTime, useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';

/** Ends a key at once, after saying what that does. */
export const RevokeKeyDialog = (props: {
  serviceKey: ServiceKey;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { serviceKey, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const act = useAct(async () => {
    await api.revokeKey(serviceKey.id);
    onDone();
  });
  return (
    <ActDialog
      title={`Revoke ${serviceKey.name}?`}
      act="Revoke it"
      color="error"
      ready
      running={act.running}
      error={act.error}
      failed="It was not revoked"
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        Whatever still uses it is refused from now on, and this can’t be taken
        back.{' '}
        {serviceKey.lastUsedAt ? (
          <>
            It was last used <RelativeTime at={serviceKey.lastUsedAt} />.
          </>
        ) : (
          'It was never used.'
        )}
      </Typography>
    </ActDialog>
  );
};
