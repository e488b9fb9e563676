import Box from '@mui/material/Box';
import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';
import { ValueName } from '../../components/usage';

const NONE = { name: 'None', meaning: 'Models have no server.' };

/** The server of a call; of a tool call without one, what it said of it. */
export const CallServer = ({ call }: { call: UsageEvent }) =>
  call.serverRef || call.kind !== 'tool-call' ? (
    <ValueName
      dimension="server"
      value={{ value: call.serverRef }}
      none={NONE}
    />
  ) : (
    <Box
      component="span"
      title="It could not be tied to a server of the catalog."
      sx={{ color: 'text.secondary' }}
    >
      Unattributed{call.serverHint && `: ${call.serverHint}`}
    </Box>
  );
