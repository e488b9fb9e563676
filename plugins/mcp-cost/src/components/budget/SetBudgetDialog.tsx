import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  decimalText,
  readNanos,
  type BudgetStatus,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';
import { AmountField, isAmount, Money } from '../money';

const DEFAULT_SOFT_PERCENT = '80';

/** A manager sets, changes or takes away a team's monthly budget. */
export const SetBudgetDialog = (props: {
  status: BudgetStatus;
  name: string;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { status, name, onClose, onDone } = props;
  const { budget } = status;
  const api = useApi(mcpCostApiRef);
  const [amount, setAmount] = useState(
    budget ? decimalText(readNanos(budget.amountNanos)) : '',
  );
  const [percent, setPercent] = useState(
    budget
      ? String(Math.round(budget.softThreshold * 100))
      : DEFAULT_SOFT_PERCENT,
  );
  const [blocks, setBlocks] = useState(budget?.blocks ?? true);
  const percentIsGood = /^\d{1,3}$/.test(percent) && isShare(Number(percent));
  const set = useAct(async () => {
    await api.setBudget(status.teamRef, {
      amount: amount.trim(),
      softThreshold: Number(percent) / 100,
      blocks,
    });
    onDone();
  });
  const remove = useAct(async () => {
    await api.removeBudget(status.teamRef);
    onDone();
  });
  return (
    <ActDialog
      title={`${budget ? 'Change' : 'Set'} the monthly budget of ${name}`}
      act={budget ? 'Change it' : 'Set it'}
      ready={isAmount(amount) && percentIsGood && !remove.running}
      running={set.running}
      error={set.error ?? remove.error}
      failed="The budget stays as it was"
      onAct={set.run}
      onClose={onClose}
    >
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        So far this month {name} has spent <Money nanos={status.spentNanos} />,
        and will end near <Money nanos={status.forecast.expectedNanos} />.
      </Typography>
      <AmountField
        required
        label="Each month"
        value={amount}
        onChange={setAmount}
      />
      <TextField
        size="small"
        label="Warn from (%)"
        value={percent}
        onChange={event => setPercent(event.target.value.trim())}
        error={!percentIsGood}
        helperText={percentIsGood ? undefined : 'A whole number from 1 to 100.'}
        inputProps={{ inputMode: 'numeric' }}
        sx={{ maxWidth: 320 }}
      />
      <FormControlLabel
        control={
          <Switch
            checked={blocks}
            onChange={event => setBlocks(event.target.checked)}
          />
        }
        label="At 100 % new work is blocked until an increase is granted"
      />
      {budget && (
        <Alert
          severity="info"
          action={
            <Button
              color="inherit"
              size="small"
              disabled={remove.running || set.running}
              onClick={() => remove.run()}
            >
              Remove it
            </Button>
          }
        >
          Without a budget the team is neither warned nor blocked.
        </Alert>
      )}
    </ActDialog>
  );
};

function isShare(percent: number): boolean {
  return percent >= 1 && percent <= 100;
}
