import { useState } from 'react';
import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import CheckIcon from '@mui/icons-material/Check';
import EventIcon from '@mui/icons-material/Event';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { NAMED_PERIODS, namedPeriod, PERIOD_WORDS } from './period';
import { shownDays, shownPeriod, type Period } from './period';
import { OwnDays } from './OwnDays';

/** Which days are looked at: one with a name, or any. */
export const PeriodPicker = (props: {
  period: Period;
  onChange: (period: Period) => void;
}) => {
  const { period, onChange } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (next: Period) => {
    setAnchor(null);
    onChange(next);
  };
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<EventIcon />}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        title={`${shownDays(period)}; days are UTC`}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ textTransform: 'none', borderColor: 'divider' }}
      >
        {shownPeriod(period)}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': 'Choose the period',
            sx: { p: 1.5, mt: 0.5, width: 280 },
          },
        }}
      >
        <Box sx={{ display: 'flex', flexDirection: 'column', mb: 1 }}>
          {NAMED_PERIODS.map(name => (
            <Button
              key={name}
              size="small"
              color="inherit"
              aria-pressed={period.name === name}
              endIcon={period.name === name ? <CheckIcon /> : undefined}
              onClick={() => choose(namedPeriod(name, new Date()))}
              sx={{ justifyContent: 'space-between', textTransform: 'none' }}
            >
              {PERIOD_WORDS[name]}
            </Button>
          ))}
        </Box>
        <OwnDays period={period} onChoose={choose} />
      </Popover>
    </>
  );
};
