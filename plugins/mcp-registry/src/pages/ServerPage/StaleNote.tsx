import Alert from '@mui/material/Alert';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { RelativeTime } from '@mcp-portal/plugin-mcp-react';

/** Says that what is shown is the last good answer, of when, and why. */
export const StaleNote = ({ server }: { server: ServerDetail }) => {
  const { stale, lastGoodAt, reason } = server.health;
  return stale && lastGoodAt ? (
    <Alert severity="warning" sx={{ mt: 2 }}>
      The contract shown here is from <RelativeTime at={lastGoodAt} />. {reason}
    </Alert>
  ) : null;
};
