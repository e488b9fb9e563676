import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FacetValue } from '@mcp-portal/plugin-mcp-registry-common';
import { FacetRow } from './FacetRow';
import { FilterMenu } from './FilterMenu';

/** From here on, a list is searched rather than read. */
const SEARCH_FROM = 9;

/** One filter: a button that says what is chosen, and the values with counts. @public */
export const FacetMenu = (props: {
  title: string;
  values?: FacetValue[];
  selected: string[];
  nameOf?: (value: FacetValue) => string;
  /** Nobody knows how many each would give. */
  withoutCounts?: boolean;
  onChange: (selected: string[]) => void;
}) => {
  const { title, values = [], selected, onChange } = props;
  const nameOf = props.nameOf ?? (facet => facet.label ?? facet.value);
  const [typed, setTyped] = useState('');

  // A chosen value stays visible, with zero, so that it can be taken back.
  const missing = selected
    .filter(value => !values.some(facet => facet.value === value))
    .map(value => ({ value, count: 0 }));
  const facets = [...values, ...missing];
  const shown = facets.filter(facet =>
    nameOf(facet).toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const chosen = facets.filter(facet => selected.includes(facet.value));

  return (
    <FilterMenu
      title={title}
      chosen={chosen.map(nameOf)}
      onOpen={() => setTyped('')}
    >
      {facets.length >= SEARCH_FROM && (
        <TextField
          size="small"
          fullWidth
          placeholder={`Find among ${facets.length}`}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          inputProps={{ 'aria-label': `Find in ${title.toLowerCase()}` }}
          sx={{ mb: 1 }}
        />
      )}
      <Box sx={{ maxHeight: 320, overflowY: 'auto', overflowX: 'hidden' }}>
        {shown.map(facet => (
          <FacetRow
            key={facet.value}
            name={nameOf(facet)}
            count={props.withoutCounts ? undefined : facet.count}
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
        {shown.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary', p: 1 }}>
            Nothing to choose from.
          </Typography>
        )}
      </Box>
      {chosen.length > 0 && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => onChange([])}>
          Clear {title.toLowerCase()}
        </Button>
      )}
    </FilterMenu>
  );
};
