import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type {
  NewServiceKey,
  ServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';

const MAX_OVERLAP_DAYS = 30;
const DEFAULT_OVERLAP_DAYS = '7';

/** Makes the key that takes over; for some days both work. */
export const RotateKeyDialog = (props: {
  serviceKey: ServiceKey;
  onClose: () => void;
  onMade: (made: NewServiceKey) => void;
}) => {
  const { serviceKey, onClose, onMade } = props;
  const api = useApi(mcpCostApiRef);
  const [days, setDays] = useState(DEFAULT_OVERLAP_DAYS);
  const good = /^\d{1,2}$/.test(days) && Number(days) <= MAX_OVERLAP_DAYS;
  const act = useAct(async () => {
    onMade(await api.rotateKey(serviceKey.id, { overlapDays: Number(days) }));
  });
  return (
    <ActDialog
      title={`Rotate ${serviceKey.name}`}
      act="Rotate it"
      ready={good}
      running={act.running}
      error={act.error}
      failed="It was not rotated"
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        You get a new secret with the same rights. The old one goes on working
        for some days, so that nothing stops while you put the new one in place.
      </Typography>
      <TextField
        required
        size="small"
        label="The old one works for (days)"
        value={days}
        onChange={event => setDays(event.target.value.trim())}
        error={!good}
        helperText={
          good
            ? 'With 0 it ends at once.'
            : `A whole number from 0 to ${MAX_OVERLAP_DAYS}.`
        }
        inputProps={{ inputMode: 'numeric' }}
        sx={{ maxWidth: 320 }}
      />
    </ActDialog>
  );
};
