import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import type { FacetValue } from '@mcp-portal/plugin-mcp-registry-common';
import { shownNumber } from './numbers';

const SHOWN_AT_FIRST = 6;

/** The values of one filter, with how many each would give. */
export const FacetGroup = (props: {
  title: string;
  values: FacetValue[];
  selected: string[];
  nameOf?: (value: FacetValue) => string;
  onChange: (selected: string[]) => void;
}) => {
  const { title, values, selected, onChange } = props;
  const nameOf = props.nameOf ?? (facet => facet.label ?? facet.value);
  const [all, setAll] = useState(false);
  const headingId = useId();

  // A selected value stays visible, with zero, so that it can be taken back.
  const missing = selected
    .filter(value => !values.some(facet => facet.value === value))
    .map(value => ({ value, count: 0 }));
  const facets = [...values, ...missing];
  const shown = all
    ? facets
    : facets.filter(
        (facet, index) =>
          index < SHOWN_AT_FIRST || selected.includes(facet.value),
      );
  if (facets.length === 0) {
    return null;
  }
  return (
    <Box role="group" aria-labelledby={headingId} sx={{ mb: 2 }}>
      <Typography
        id={headingId}
        variant="subtitle2"
        component="h3"
        sx={{ mb: 0.5 }}
      >
        {title}
      </Typography>
      <Box sx={{ maxHeight: 320, overflowY: 'auto', overflowX: 'hidden' }}>
        {shown.map(facet => (
          <FacetRow
            key={facet.value}
            name={nameOf(facet)}
            count={facet.count}
            checked={selected.includes(facet.value)}
            onChange={checked =>
              onChange(
                checked
                  ? [...selected, facet.value]
                  : selected.filter(value => value !== facet.value),
              )
            }
          />
        ))}
      </Box>
      {facets.length > SHOWN_AT_FIRST && (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${facets.length}`}
        </Button>
      )}
    </Box>
  );
};

export const FacetRow = (props: {
  name: string;
  count: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => (
  <FormControlLabel
    sx={{ display: 'flex', mx: 0 }}
    slotProps={{ typography: { sx: { flex: 1, minWidth: 0 } } }}
    control={
      <Checkbox
        size="small"
        checked={props.checked}
        onChange={event => props.onChange(event.target.checked)}
        sx={{ p: 0.5, mr: 0.5 }}
      />
    }
    label={
      <Box sx={{ display: 'flex', gap: 1, typography: 'body2' }}>
        <Box
          component="span"
          title={props.name}
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {props.name}
        </Box>
        <Box
          component="span"
          sx={{
            color: 'text.secondary',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {shownNumber(props.count)}
        </Box>
      </Box>
    }
  />
);
