import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { exampleFor, type ContractTool } from '@mcp-portal/mcp-contract';
import { CodeBlock, OnDemand } from '@mcp-portal/plugin-mcp-react';
import { SchemaTable } from './SchemaTable';
import { ToolHints } from './ToolHints';

const Part = (props: { title: string; children: ReactNode }) => (
  <Box component="section" sx={{ mt: 2.5 }}>
    <Typography variant="subtitle2" component="h4" sx={{ m: 0, mb: 1 }}>
      {props.title}
    </Typography>
    {props.children}
  </Box>
);

/** All that a tool promises, and how to call it. */
export const ToolDetail = ({ tool }: { tool: ContractTool }) => (
  <Paper
    variant="outlined"
    component="article"
    aria-label={`Tool ${tool.name}`}
    sx={{ p: 2, minWidth: 0 }}
  >
    <Typography
      variant="h6"
      component="h3"
      sx={{ m: 0, fontFamily: 'monospace', overflowWrap: 'anywhere' }}
    >
      {tool.name}
    </Typography>
    {tool.title && (
      <Typography variant="subtitle1" component="p" sx={{ m: 0 }}>
        {tool.title}
      </Typography>
    )}
    <Typography
      variant="body2"
      component="p"
      sx={{ whiteSpace: 'pre-line', my: 1, maxWidth: '80ch' }}
    >
      {tool.description ?? 'The server does not describe it.'}
    </Typography>
    <ToolHints tool={tool} />
    <Part title="Input">
      <SchemaTable
        schema={tool.inputSchema}
        label={`Input of ${tool.name}`}
        empty="It takes no arguments."
      />
    </Part>
    <Part title="Output">
      {tool.outputSchema === undefined ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The server promises no structure for the output.
        </Typography>
      ) : (
        <SchemaTable
          schema={tool.outputSchema}
          label={`Output of ${tool.name}`}
          empty="Its output has no named parts."
        />
      )}
    </Part>
    <Part title="Example call">
      <CodeBlock
        label={`Example call of ${tool.name}`}
        text={JSON.stringify(
          { name: tool.name, arguments: exampleFor(tool.inputSchema) },
          null,
          2,
        )}
      />
    </Part>
    <Box sx={{ mt: 2 }}>
      <OnDemand show="Show raw JSON" hide="Hide raw JSON">
        <CodeBlock
          label={`Raw JSON of ${tool.name}`}
          text={JSON.stringify(tool, null, 2)}
        />
      </OnDemand>
    </Box>
  </Paper>
);
