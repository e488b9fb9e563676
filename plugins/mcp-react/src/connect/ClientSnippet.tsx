import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CodeBlock } from '../parts/CodeBlock';
import type { Client, Snippet } from './clients';

export const ClientSnippet = (props: { client: Client; snippet: Snippet }) => {
  const { client, snippet } = props;
  if ('unsupported' in snippet) {
    return <Alert severity="warning">{snippet.unsupported}</Alert>;
  }
  return (
    <>
      <Typography variant="body2" sx={{ mb: 1 }}>
        Put this into <code>{client.file}</code>:
      </Typography>
      <CodeBlock
        text={snippet.text}
        label={`Text for ${client.file} of ${client.name}`}
      />
      {snippet.notes.length > 0 && (
        <Box component="ul" sx={{ typography: 'body2', pl: 3, mb: 0 }}>
          {snippet.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </Box>
      )}
    </>
  );
};
