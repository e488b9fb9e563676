import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';
import { Money } from '../money';

/** Grants or declines an increase; to decline takes a reason. */
export const DecideDialog = (props: {
  increase: BudgetIncrease;
  name: string;
  decision: 'granted' | 'declined';
  onClose: () => void;
  onDone: () => void;
}) => {
  const { increase, name, decision, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const [reason, setReason] = useState('');
  const declines = decision === 'declined';
  const act = useAct(async () => {
    await api.decideIncrease(increase.id, {
      decision,
      reason: reason.trim() || undefined,
    });
    onDone();
  });
  return (
    <ActDialog
      title={`${declines ? 'Decline' : 'Grant'} the increase for ${name}`}
      act={declines ? 'Decline it' : 'Grant it'}
      color={declines ? 'warning' : 'primary'}
      ready={!declines || reason.trim() !== ''}
      running={act.running}
      error={act.error}
      failed="It was not decided"
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        <Money nanos={increase.amountNanos} /> more in {increase.month}. They
        say: {increase.reason}
      </Typography>
      <TextField
        size="small"
        multiline
        minRows={2}
        required={declines}
        label={declines ? 'Why not' : 'A word to the team'}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 1000 }}
      />
    </ActDialog>
  );
};
