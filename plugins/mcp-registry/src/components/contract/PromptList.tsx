import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ContractPrompt } from '@mcp-portal/mcp-contract';
import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const PromptList = ({ prompts }: { prompts: ContractPrompt[] }) => {
  if (prompts.length === 0) {
    return (
      <EmptyNote title="No prompts">The server offers no prompts.</EmptyNote>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {prompts.map(prompt => (
        <Paper
          key={prompt.name}
          variant="outlined"
          component="article"
          aria-label={`Prompt ${prompt.name}`}
          sx={{ p: 2 }}
        >
          <Typography
            variant="h6"
            component="h3"
            sx={{ m: 0, fontFamily: 'monospace', overflowWrap: 'anywhere' }}
          >
            {prompt.name}
          </Typography>
          {prompt.title && (
            <Typography variant="subtitle1" component="p" sx={{ m: 0 }}>
              {prompt.title}
            </Typography>
          )}
          <Typography
            variant="body2"
            component="p"
            sx={{ m: 0, mt: 1, whiteSpace: 'pre-line' }}
          >
            {prompt.description ?? 'The server does not describe it.'}
          </Typography>
          {prompt.arguments && prompt.arguments.length > 0 && (
            <Box component="ul" sx={{ typography: 'body2', mb: 0, pl: 3 }}>
              {prompt.arguments.map(argument => (
                <li key={argument.name}>
                  <code>{argument.name}</code>
                  {argument.required ? ' (required)' : ' (optional)'}
                  {argument.description && `: ${argument.description}`}
                </li>
              ))}
            </Box>
          )}
        </Paper>
      ))}
    </Box>
  );
};
