import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useCurrency } from './useCurrency';

/** As much as the API takes: up to nine places, and no sign. */
const AMOUNT = /^\d{1,12}(\.\d{1,9})?$/;

export function isAmount(text: string): boolean {
  return AMOUNT.test(text.trim());
}

/** A field for money; it takes decimal text and never makes a float of it. */
export const AmountField = (props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  required?: boolean;
  /** Nothing is free, or a budget may be zero. */
  positive?: boolean;
}) => {
  const { label, value, onChange, help, required, positive } = props;
  const currency = useCurrency();
  const typed = value.trim() !== '';
  const wrong =
    typed && (!isAmount(value) || Boolean(positive && /^[0.]+$/.test(value)));
  return (
    <TextField
      size="small"
      label={label}
      value={value}
      required={required}
      onChange={event => onChange(event.target.value)}
      error={wrong}
      helperText={
        wrong
          ? `A number such as 1500 or 0.25${positive ? ', above zero' : ''}.`
          : help
      }
      inputProps={{ inputMode: 'decimal', autoComplete: 'off' }}
      InputProps={{
        endAdornment: (
          <InputAdornment position="end">{currency}</InputAdornment>
        ),
      }}
      sx={{ maxWidth: 320 }}
    />
  );
};
