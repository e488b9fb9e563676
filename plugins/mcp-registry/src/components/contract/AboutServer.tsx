import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Contract } from '@mcp-portal/mcp-contract';
import { CodeBlock } from '@mcp-portal/plugin-mcp-react';

/** What the server tells agents in general, and what it says it can do. */
export const AboutServer = ({ contract }: { contract: Contract }) => (
  <Box sx={{ display: 'grid', gap: 2 }}>
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography variant="subtitle2" component="h3" sx={{ m: 0, mb: 1 }}>
        Instructions to agents
      </Typography>
      <Typography
        variant="body2"
        component="p"
        sx={{ m: 0, whiteSpace: 'pre-line', maxWidth: '80ch' }}
      >
        {contract.instructions ?? 'The server gives none.'}
      </Typography>
    </Paper>
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography variant="subtitle2" component="h3" sx={{ m: 0, mb: 1 }}>
        Capabilities
      </Typography>
      {Object.keys(contract.capabilities).length === 0 ? (
        <Typography variant="body2">The server declares none.</Typography>
      ) : (
        <CodeBlock
          label="Capabilities"
          text={JSON.stringify(contract.capabilities, null, 2)}
        />
      )}
    </Paper>
  </Box>
);
