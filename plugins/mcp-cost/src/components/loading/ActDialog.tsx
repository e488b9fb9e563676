import { useId, type ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

/**
 * A dialog in which one thing is done. It keeps what was typed when that
 * failed, and says why.
 */
export const ActDialog = (props: {
  title: string;
  /** The verb on the button: `Ask for it`. */
  act: string;
  ready: boolean;
  running: boolean;
  error?: Error;
  /** How a failure begins: `It was not asked for`. */
  failed: string;
  color?: 'primary' | 'warning' | 'error';
  maxWidth?: 'sm' | 'md';
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}) => {
  const titleId = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth={props.maxWidth ?? 'sm'}
      onClose={props.onClose}
      aria-labelledby={titleId}
    >
      <form
        onSubmit={event => {
          event.preventDefault();
          if (props.ready && !props.running) {
            props.onAct();
          }
        }}
      >
        <DialogTitle id={titleId}>{props.title}</DialogTitle>
        <DialogContent
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr)',
            gap: 2,
            '&&': { pt: 1 },
          }}
        >
          {props.children}
          {props.error && (
            <Alert severity="error">
              {props.failed}: {props.error.message}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="contained"
            color={props.color ?? 'primary'}
            disabled={!props.ready || props.running}
          >
            {props.running ? 'One moment…' : props.act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
