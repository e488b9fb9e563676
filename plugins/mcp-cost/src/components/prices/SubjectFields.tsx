import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { SERVER_ENTITY_TYPE } from '@mcp-portal/plugin-mcp-registry-common';
import { useLoaded } from '@mcp-portal/plugin-mcp-react';
import { refName } from '../entities';
import type { PriceForm } from './priceForm';
import { PRICE_KINDS, type PriceKind } from './priceWords';

const MAX_SERVERS = 1000;

function useServerRefs(): string[] {
  const catalog = useApi(catalogApiRef);
  const { value = [] } = useLoaded({
    subject: 'servers',
    request: '',
    load: async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'api', 'spec.type': SERVER_ENTITY_TYPE },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: MAX_SERVERS,
      });
      return items.map(item => stringifyEntityRef(item)).sort();
    },
  });
  return value;
}

/** What the price is for. */
export const SubjectFields = (props: {
  form: PriceForm;
  onChange: (changes: Partial<PriceForm>) => void;
}) => {
  const { form, onChange } = props;
  const servers = useServerRefs();
  const text = (
    name: 'tool' | 'model' | 'provider' | 'unit',
    label: string,
    more: { required?: boolean; help?: string } = {},
  ) => (
    <TextField
      size="small"
      label={label}
      required={more.required}
      helperText={more.help}
      value={form[name]}
      onChange={event => onChange({ [name]: event.target.value })}
      inputProps={{ maxLength: 200, autoComplete: 'off' }}
    />
  );
  return (
    <>
      <TextField
        select
        size="small"
        label="What is priced"
        value={form.kind}
        onChange={event => onChange({ kind: event.target.value as PriceKind })}
      >
        {Object.entries(PRICE_KINDS).map(([kind, { word }]) => (
          <MenuItem key={kind} value={kind}>
            {word}
          </MenuItem>
        ))}
      </TextField>
      {form.kind === 'unit' &&
        text('unit', 'Unit', {
          required: true,
          help: 'As the usage names it, such as page or gigabyte.',
        })}
      {form.kind === 'model-tokens' ? (
        <>
          {text('model', 'Model', {
            required: true,
            help: 'A name, or the start of one with * at its end.',
          })}
          {text('provider', 'Provider', { help: 'Any, where it is empty.' })}
        </>
      ) : (
        <Autocomplete
          options={servers}
          getOptionLabel={ref => refName(ref)}
          value={form.serverRef || null}
          onChange={(_event, ref) => onChange({ serverRef: ref ?? '' })}
          isOptionEqualToValue={(option, value) => option === value}
          renderInput={params => (
            <TextField
              {...params}
              size="small"
              label="Server"
              required={form.kind !== 'unit'}
              helperText={
                form.kind === 'unit' ? 'Any, where it is empty.' : undefined
              }
            />
          )}
        />
      )}
      {form.kind === 'tool-call' &&
        text('tool', 'Tool', { help: 'All its tools, where it is empty.' })}
    </>
  );
};
