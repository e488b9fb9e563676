import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';

/** What could not be loaded, why, and the way to try again. @public */
export const LoadProblem = (props: {
  /** What failed, as people call it: `The servers`. */
  what: string;
  error: Error;
  onRetry: () => void;
  /** What is still shown below is the last good answer. */
  kept?: boolean;
}) => {
  const { what, error, onRetry, kept } = props;
  return (
    <Alert
      severity={kept ? 'warning' : 'error'}
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          Try again
        </Button>
      }
      sx={{ my: 1 }}
    >
      <AlertTitle>{what} could not be loaded</AlertTitle>
      {error.message}
      {kept && ' What you see below is the last good answer.'}
    </Alert>
  );
};
