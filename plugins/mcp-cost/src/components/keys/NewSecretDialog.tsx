import { useId, useState } from 'react';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import type { NewServiceKey } from '@mcp-portal/plugin-mcp-cost-common';
import { CodeBlock, shownDay } from '@mcp-portal/plugin-mcp-react';
import useAsync from 'react-use/esm/useAsync';
import { howToUse } from './howToUse';

/** The only time that a key's secret is told, and how to use it. */
export const NewSecretDialog = (props: {
  made: NewServiceKey;
  onClose: () => void;
}) => {
  const { made, onClose } = props;
  const titleId = useId();
  const discovery = useApi(discoveryApiRef);
  const { value: baseUrl } = useAsync(
    () => discovery.getBaseUrl('mcp-cost'),
    [discovery],
  );
  const [kept, setKept] = useState(false);
  const uses = baseUrl
    ? howToUse({ secret: made.secret, scopes: made.key.scopes, baseUrl })
    : [];
  return (
    // A click beside it must not lose what can't be shown again.
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
      disableEscapeKeyDown
    >
      <DialogTitle id={titleId}>The secret of {made.key.name}</DialogTitle>
      <DialogContent
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr)',
          gap: 2,
        }}
      >
        <Alert severity="warning">
          It is shown only now: the portal keeps no copy. Put it where your
          secrets are. It works until{' '}
          {shownDay(made.key.expiresAt.slice(0, 10))}.
        </Alert>
        <CodeBlock label="Secret" text={made.secret} />
        {uses.map(use => (
          <div key={use.title}>
            <Typography
              variant="subtitle2"
              component="h3"
              sx={{ m: 0, mb: 0.5 }}
            >
              {use.title}
            </Typography>
            <Typography
              variant="body2"
              component="p"
              sx={{ m: 0, mb: 1, color: 'text.secondary' }}
            >
              {use.hint}
            </Typography>
            <CodeBlock label={`How to use it: ${use.title}`} text={use.text} />
          </div>
        ))}
        <FormControlLabel
          control={
            <Checkbox
              checked={kept}
              onChange={event => setKept(event.target.checked)}
            />
          }
          label="I have put it away"
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" disabled={!kept} onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
};
