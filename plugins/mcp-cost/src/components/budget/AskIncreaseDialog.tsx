import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';
import { AmountField, isAmount } from '../money';

const MAX_REASON = 1000;

/** A team asks for more money in this month. */
export const AskIncreaseDialog = (props: {
  teamRef: string;
  name: string;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { teamRef, name, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct(async () => {
    await api.askIncrease(teamRef, {
      amount: amount.trim(),
      reason: reason.trim(),
    });
    onDone();
  });
  return (
    <ActDialog
      title={`Ask for an increase for ${name}`}
      act="Ask for it"
      ready={
        isAmount(amount) && !/^[0.]+$/.test(amount) && reason.trim() !== ''
      }
      running={act.running}
      error={act.error}
      failed="It was not asked for"
      onAct={act.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        It comes on top of this month’s budget, once somebody who manages the
        team grants it. What was asked and decided is kept.
      </Typography>
      <AmountField
        required
        positive
        label="How much more"
        value={amount}
        onChange={setAmount}
      />
      <TextField
        required
        size="small"
        multiline
        minRows={3}
        label="Why it is needed"
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: MAX_REASON }}
      />
    </ActDialog>
  );
};
