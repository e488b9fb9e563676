import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Outcome } from './useCallsAddress';

const CHOICES = [
  { value: 'all', word: 'All' },
  { value: 'error', word: 'Errors' },
  { value: 'ok', word: 'Went well' },
] as const;

/** Which calls are listed, by how they went. */
export const OutcomeToggle = (props: {
  outcome?: Outcome;
  onChange: (outcome?: Outcome) => void;
}) => (
  <ToggleButtonGroup
    exclusive
    size="small"
    aria-label="How they went"
    value={props.outcome ?? 'all'}
    onChange={(_event, value: Outcome | 'all' | null) =>
      value && props.onChange(value === 'all' ? undefined : value)
    }
  >
    {CHOICES.map(({ value, word }) => (
      <ToggleButton
        key={value}
        value={value}
        sx={{ textTransform: 'none', py: 0.25 }}
      >
        {word}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
