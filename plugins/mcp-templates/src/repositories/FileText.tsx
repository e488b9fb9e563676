import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';

/** The text of a file, with the numbers of its lines, which are not copied with it. */
export const FileText = (props: { path: string; text: string }) => {
  const text = props.text.replace(/\r\n/g, '\n');
  const lines = text.replace(/\n$/, '').split('\n').length;
  const numbers = Array.from({ length: lines }, (_, index) => index + 1);
  return (
    <Paper
      variant="outlined"
      role="region"
      aria-label={props.path}
      tabIndex={0}
      sx={{
        display: 'flex',
        overflow: 'auto',
        p: 2,
        gap: 2,
        typography: 'body2',
        '& pre': { m: 0, fontFamily: 'monospace', fontSize: 'inherit' },
      }}
    >
      <Box
        component="pre"
        aria-hidden
        sx={{ color: 'text.secondary', textAlign: 'right', userSelect: 'none' }}
      >
        {numbers.join('\n')}
      </Box>
      <pre>{text}</pre>
    </Paper>
  );
};
