import RefreshIcon from '@mui/icons-material/Refresh';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Tooltip from '@mui/material/Tooltip';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import type { Introspection } from '../../api';

/** Has the server asked for its contract now. */
export const AskNowButton = (props: {
  server: ServerDetail;
  introspection: Introspection;
}) => {
  const { server, introspection } = props;
  const { running, start } = introspection;
  if (!server.mayIntrospect) {
    return (
      <Tooltip title="Only the server's team and platform admins may have it asked now.">
        <span>
          <Button variant="outlined" disabled startIcon={<RefreshIcon />}>
            Ask now
          </Button>
        </span>
      </Tooltip>
    );
  }
  return (
    <Button
      variant="outlined"
      disabled={running}
      onClick={start}
      startIcon={
        running ? (
          <CircularProgress size={16} color="inherit" aria-hidden />
        ) : (
          <RefreshIcon />
        )
      }
    >
      {running ? 'Asking…' : 'Ask now'}
    </Button>
  );
};
