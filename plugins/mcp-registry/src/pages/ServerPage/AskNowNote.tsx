import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { Introspection } from '../../api';

/** What became of asking now; said aloud too. */
export const AskNowNote = ({
  introspection,
}: {
  introspection: Introspection;
}) => {
  const { error, overdue } = introspection;
  return (
    <Box aria-live="polite">
      {error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          The server could not be asked: {error.message}
        </Alert>
      )}
      {overdue && (
        <Alert severity="info" sx={{ mt: 1 }}>
          The attempt takes longer than usual. It will appear in the history.
        </Alert>
      )}
    </Box>
  );
};
