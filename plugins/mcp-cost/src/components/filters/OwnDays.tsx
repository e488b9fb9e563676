import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { daysLater } from '../period';
import { isDay, type Period } from './period';

/** Any days; the last one counts too, as people mean it. */
export const OwnDays = (props: {
  period: Period;
  onChoose: (period: Period) => void;
}) => {
  const [first, setFirst] = useState(props.period.from);
  const [last, setLast] = useState(daysLater(props.period.to, -1));
  const good = isDay(first) && isDay(last) && first <= last;
  return (
    <Box
      component="form"
      onSubmit={event => {
        event.preventDefault();
        if (good) {
          props.onChoose({ from: first, to: daysLater(last, 1) });
        }
      }}
      sx={{ display: 'grid', gap: 1.5, pt: 1 }}
    >
      <TextField
        type="date"
        size="small"
        label="First day (UTC)"
        value={first}
        onChange={event => setFirst(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextField
        type="date"
        size="small"
        label="Last day"
        value={last}
        error={isDay(first) && isDay(last) && !good}
        helperText={
          isDay(first) && isDay(last) && !good
            ? 'It is before the first.'
            : undefined
        }
        onChange={event => setLast(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <Button type="submit" size="small" variant="outlined" disabled={!good}>
        Show these days
      </Button>
    </Box>
  );
};
