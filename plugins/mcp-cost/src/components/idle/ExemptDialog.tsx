import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { IdleResource } from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';
import { dayOf, daysLater } from '../period';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 366;

/** Says why something idle is kept, and until when that holds. */
export const ExemptDialog = (props: {
  resource: IdleResource;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { resource, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const today = dayOf(new Date());
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(daysLater(today, DEFAULT_DAYS));
  const latest = daysLater(today, MAX_DAYS);
  const good = until >= today && until <= latest;
  const act = useAct(async () => {
    await api.exemptIdle(resource.id, { reason: reason.trim(), until });
    onDone();
  });
  return (
    <ActDialog
      title={`Keep ${resource.title}`}
      act="Exempt it"
      ready={reason.trim() !== '' && good}
      running={act.running}
      error={act.error}
      failed="It was not exempted"
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        Until then nobody is told that it lies idle, and it does not count as
        something to save.
      </Typography>
      <TextField
        required
        size="small"
        multiline
        minRows={2}
        label="Why it is kept"
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 1000 }}
      />
      <TextField
        required
        size="small"
        type="date"
        label="Last day of it"
        value={until}
        onChange={event => setUntil(event.target.value)}
        error={!good}
        helperText={good ? undefined : 'A day from today on, within a year.'}
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: today, max: latest }}
        sx={{ maxWidth: 240 }}
      />
    </ActDialog>
  );
};
