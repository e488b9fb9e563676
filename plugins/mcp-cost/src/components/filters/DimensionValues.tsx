import { useState } from 'react';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type {
  Dimension,
  DimensionValue,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { counted, SearchBox } from '@mcp-portal/plugin-mcp-react';
import { LoadedPart, useCost } from '../loading';
import { DIMENSION_WORDS, filterValue, valueName } from '../usage';

/** As many as one reads; the rest is searched for. */
const SHOWN = 50;

const ValueRow = (props: {
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => (
  <FormControlLabel
    control={
      <Checkbox
        size="small"
        checked={props.checked}
        onChange={(_event, checked) => props.onChange(checked)}
      />
    }
    label={props.name}
    slotProps={{
      typography: { variant: 'body2', sx: { overflowWrap: 'anywhere' } },
    }}
    sx={{ display: 'flex', mx: 0 }}
  />
);

const Note = (props: { children: React.ReactNode }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary', p: 1 }}>
    {props.children}
  </Typography>
);

/** The values of a dimension that there are in a period, to choose from. */
export const DimensionValues = (props: {
  dimension: Dimension;
  filter: UsageFilter;
  selected: string[];
  onChange: (selected: string[]) => void;
}) => {
  const { dimension, selected, onChange } = props;
  const [search, setSearch] = useState('');
  // What is chosen here already does not narrow what can be chosen.
  const query = {
    ...props.filter,
    [dimension]: undefined,
    search: search || undefined,
    limit: SHOWN,
  };
  const values = useCost(`values-of-${dimension}`, query, (api, options) =>
    api.listValues(dimension, query, options),
  );
  const words = DIMENSION_WORDS[dimension];
  return (
    <>
      <SearchBox
        focusFirst
        label={`Find among ${words.many.toLowerCase()}`}
        placeholder={`Find among ${words.many.toLowerCase()}`}
        value={search}
        onChange={setSearch}
      />
      <Box sx={{ maxHeight: 320, overflowY: 'auto', mt: 1 }}>
        <LoadedPart
          loaded={values}
          what={words.many}
          skeleton={<Skeleton height={120} />}
        >
          {({ items, totalItems }) => (
            <>
              {withChosen(items, selected, search).map(item => (
                <ValueRow
                  key={filterValue(item)}
                  name={valueName(dimension, item)}
                  checked={selected.includes(filterValue(item))}
                  onChange={checked =>
                    onChange(
                      checked
                        ? [...selected, filterValue(item)]
                        : selected.filter(value => value !== filterValue(item)),
                    )
                  }
                />
              ))}
              {totalItems === 0 && <Note>Nothing to choose from.</Note>}
              {totalItems > items.length && (
                <Note>
                  {counted(totalItems - items.length, 'more is', 'more are')}{' '}
                  there; search for them.
                </Note>
              )}
            </>
          )}
        </LoadedPart>
      </Box>
    </>
  );
};

/** A chosen value stays visible, so that it can be taken back. */
function withChosen(
  items: DimensionValue[],
  selected: string[],
  search: string,
): DimensionValue[] {
  const missing = selected.filter(
    value => !items.some(item => filterValue(item) === value),
  );
  return search ? items : [...missing.map(value => ({ value })), ...items];
}
