import { useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import type { ContractTool } from '@mcp-portal/mcp-contract';
import { EmptyNote } from '@mcp-portal/plugin-mcp-react';
import { ToolDetail } from './ToolDetail';
import { ToolList } from './ToolList';

/** The tools on the left, the chosen one on the right; it is in the address. */
export const ToolBrowser = ({ tools }: { tools: ContractTool[] }) => {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLowerCase());

  const found = useMemo(
    () =>
      tools.filter(({ name, title, description }) =>
        wanted
          .split(/\s+/)
          .every(word =>
            `${name} ${title ?? ''} ${description ?? ''}`
              .toLowerCase()
              .includes(word),
          ),
      ),
    [tools, wanted],
  );
  const asked = params.get('tool');
  const chosen = asked
    ? tools.find(tool => tool.name === asked)
    : found[0] ?? tools[0];

  const choose = (name: string) =>
    setParams(
      last => {
        const next = new URLSearchParams(last);
        next.set('tool', name);
        return next;
      },
      { replace: true },
    );

  if (tools.length === 0) {
    return <EmptyNote title="No tools">The server offers no tools.</EmptyNote>;
  }
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: 'minmax(220px, 300px) minmax(0, 1fr)',
        },
      }}
    >
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        <Box sx={{ p: 1 }}>
          <TextField
            type="search"
            size="small"
            fullWidth
            placeholder="Find a tool"
            value={typed}
            onChange={event => setTyped(event.target.value)}
            inputProps={{ 'aria-label': 'Find a tool by name or description' }}
          />
        </Box>
        <ToolList
          tools={found}
          total={tools.length}
          chosen={chosen?.name}
          onChoose={choose}
        />
      </Paper>
      {chosen ? (
        <ToolDetail key={chosen.name} tool={chosen} />
      ) : (
        <Alert severity="warning">
          The server offers no tool <code>{asked}</code> now. It may have been
          renamed or removed.
        </Alert>
      )}
    </Box>
  );
};
