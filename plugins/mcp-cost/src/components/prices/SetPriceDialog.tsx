import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Price, PriceSubject } from '@mcp-portal/plugin-mcp-cost-common';
import { shownDay, useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { ActDialog } from '../loading';
import { AmountField, useCurrency } from '../money';
import { dayOf } from '../period';
import { previewCost } from './previewCost';
import { amountsOf, formFor, requestOf, type PriceForm } from './priceForm';
import { SubjectFields } from './SubjectFields';

const AmountFields = (props: {
  form: PriceForm;
  onChange: (changes: Partial<PriceForm>) => void;
}) => {
  const { form, onChange } = props;
  return form.kind === 'model-tokens' ? (
    <>
      <AmountField
        required
        label="A million tokens in"
        value={form.input}
        onChange={input => onChange({ input })}
      />
      <AmountField
        label="A million tokens in from a cache"
        help="As other tokens in, where it is empty."
        value={form.cachedInput}
        onChange={cachedInput => onChange({ cachedInput })}
      />
      <AmountField
        required
        label="A million tokens out"
        value={form.output}
        onChange={output => onChange({ output })}
      />
    </>
  ) : (
    <AmountField
      required
      label="Each"
      value={form.perUnit}
      onChange={perUnit => onChange({ perUnit })}
    />
  );
};

/** Sets what something costs from a day on; the same for a price to come. */
export const SetPriceDialog = (props: {
  /** What has no price yet. */
  subject?: PriceSubject;
  /** Since when it is used without one. */
  since?: string;
  onClose: () => void;
  onDone: (price: Price) => void;
}) => {
  const { subject, since, onClose, onDone } = props;
  const api = useApi(mcpCostApiRef);
  const currency = useCurrency();
  const today = dayOf(new Date());
  const [form, setForm] = useState(() =>
    formFor(since?.slice(0, 10) ?? today, subject),
  );
  const change = (changes: Partial<PriceForm>) =>
    setForm(last => ({ ...last, ...changes }));
  const request = requestOf(form);
  const amounts = amountsOf(form);
  const act = useAct(async () => {
    if (request) {
      onDone(await api.setPrice(request));
    }
  });
  return (
    <ActDialog
      title="Set a price"
      act="Set it"
      ready={Boolean(request)}
      running={act.running}
      error={act.error}
      failed="No price was set"
      onAct={act.run}
      onClose={onClose}
    >
      <SubjectFields form={form} onChange={change} />
      <AmountFields form={form} onChange={change} />
      <TextField
        required
        size="small"
        type="date"
        label="From"
        helperText="The first day of it, in UTC; it holds until the next price for the same."
        value={form.validFrom}
        onChange={event => change({ validFrom: event.target.value })}
        InputLabelProps={{ shrink: true }}
        sx={{ maxWidth: 420 }}
      />
      <TextField
        size="small"
        label="Why"
        value={form.note}
        onChange={event => change({ note: event.target.value })}
        inputProps={{ maxLength: 500 }}
      />
      <Typography
        variant="body2"
        component="p"
        aria-live="polite"
        sx={{ m: 0, minHeight: '1.5em' }}
      >
        {request && amounts
          ? previewCost(request.subject, amounts, currency)
          : 'What it comes to is told here as soon as the price is whole.'}
      </Typography>
      {form.validFrom && form.validFrom < today && (
        <Alert severity="warning">
          Usage since {shownDay(form.validFrom)} will be priced again: what
          teams see of those days changes, and so may their budgets.
        </Alert>
      )}
    </ActDialog>
  );
};
