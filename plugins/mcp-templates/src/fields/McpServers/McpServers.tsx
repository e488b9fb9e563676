import { useState } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { describedBy, errorLabel, errorsBelow, FieldErrors } from '../parts';
import { MAX_SERVERS, type McpServersProps } from './schema';
import { ServerOption } from './ServerOption';
import {
  serverName,
  useChosenServers,
  useServerSearch,
} from './useServerSearch';

/** The servers that a new agent uses. */
export const McpServers = (props: McpServersProps) => {
  const { idSchema, schema, required, disabled } = props;
  const { rawErrors, hideError } = props;
  const { formData: refs = [], onChange } = props;
  const [search, setSearch] = useState('');
  const { value: found, loading, error, reload } = useServerSearch(search);
  const chosen = useChosenServers(refs);

  const max = schema.maxItems ?? MAX_SERVERS;
  const full = refs.length >= max;
  const errors = errorsBelow(props, rawErrors?.join(' '));
  const offered = new Map(
    (found?.items ?? []).map(server => [server.ref, server]),
  );
  const nameOf = (ref: string) =>
    serverName(ref, offered.get(ref) ?? chosen.get(ref));
  const id = idSchema.$id;
  return (
    <Box sx={{ mt: 1 }}>
      <Autocomplete<string, true>
        id={id}
        multiple
        fullWidth
        disableCloseOnSelect
        filterSelectedOptions
        disabled={disabled}
        value={refs}
        inputValue={search}
        // What is chosen is among them, and not shown twice.
        options={[...new Set([...refs, ...offered.keys()])]}
        // The registry has searched; what it found is not searched again.
        filterOptions={all => all}
        getOptionLabel={nameOf}
        getOptionDisabled={ref => full && !refs.includes(ref)}
        loading={loading}
        loadingText="Looking for servers…"
        noOptionsText={
          search ? `No server has “${search}”` : 'There is no other server'
        }
        onInputChange={(_event, text, reason) => {
          // Choosing one keeps what is searched for.
          if (reason !== 'reset') {
            setSearch(text);
          }
        }}
        onChange={(_event, next) => {
          if (next.length <= max || next.length < refs.length) {
            onChange(next);
          }
        }}
        renderOption={({ key, ...option }, ref) => (
          <li key={ref} {...option}>
            <ServerOption server={offered.get(ref)!} search={search} />
          </li>
        )}
        renderTags={(tags, getTagProps) =>
          tags.map((ref, index) => {
            const { key, ...tag } = getTagProps({ index });
            return <Chip key={ref} {...tag} size="small" label={nameOf(ref)} />;
          })
        }
        renderInput={params => (
          <TextField
            {...params}
            label={schema.title ?? 'Servers'}
            InputLabelProps={{ ...params.InputLabelProps, sx: errorLabel }}
            required={required}
            error={errors.length > 0}
            placeholder={
              refs.length === 0 ? 'Search names, purposes and tools' : undefined
            }
            helperText={
              <>
                {schema.description ?? 'What the agent may call.'}{' '}
                {full
                  ? `These are ${max}, and more can't be chosen.`
                  : `${refs.length} of at most ${max} chosen.`}
              </>
            }
            FormHelperTextProps={{ id: `${id}-hint`, error: false }}
            inputProps={{
              ...params.inputProps,
              // The field counts as filled when there is a chip.
              required: Boolean(required) && refs.length === 0,
              'aria-describedby': describedBy([`${id}-hint`], {
                idSchema,
                errors,
              }),
            }}
          />
        )}
      />
      <FieldErrors idSchema={idSchema} hideError={hideError} errors={errors} />
      {error && (
        <LoadProblem
          what="The servers"
          error={error}
          onRetry={reload}
          kept={Boolean(found)}
        />
      )}
    </Box>
  );
};
