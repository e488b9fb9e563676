import { useState } from 'react';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { NEW_NAME_MAX_LENGTH } from '@mcp-portal/plugin-mcp-templates-common';
import { describedBy, errorLabel, errorsBelow, FieldErrors } from '../parts';
import { nameProblem } from './nameProblem';
import { NameState } from './NameState';
import type { McpNameProps } from './schema';
import { useNameCheck } from './useNameCheck';
import { WhatIsMade } from './WhatIsMade';

/** A new name: what is wrong with it, whether it is free, what it turns into. */
export const McpName = (props: McpNameProps) => {
  const { idSchema, schema, uiSchema, required, disabled } = props;
  const { rawErrors, hideError } = props;
  const { formContext, onChange, formData: name = '' } = props;
  const { kind = 'server', existing = false } = uiSchema['ui:options'] ?? {};
  const [left, setLeft] = useState(false);
  const { checking, check, error } = useNameCheck(kind, name);

  const found = nameProblem(name);
  // Nobody is told off in the middle of a word.
  const problem =
    found && (!found.unfinished || (left && name) || rawErrors?.length)
      ? found
      : undefined;
  const taken = check?.available === false;
  // What is said of the name already is not said again below it.
  const unsaid =
    problem || checking || check ? undefined : rawErrors?.join(' ');
  const errors = errorsBelow(props, unsaid);
  const wrong = Boolean(problem) || taken || errors.length > 0;
  const id = idSchema.$id;
  const stateId = `${id}-state`;
  const hintId = `${id}-hint`;
  return (
    <Box sx={{ mt: 1 }}>
      <TextField
        id={id}
        fullWidth
        label={schema.title ?? 'Name'}
        // Said in words when it is missing, not by the browser.
        InputLabelProps={{ required, sx: errorLabel }}
        disabled={disabled}
        error={wrong}
        value={name}
        placeholder="billing-invoices"
        onChange={event => onChange(event.target.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        autoComplete="off"
        helperText={
          schema.description ??
          'Small letters, digits and hyphens, for example billing-invoices. It is part of addresses, so it stays.'
        }
        FormHelperTextProps={{ id: hintId, error: false }}
        inputProps={{
          'aria-required': required,
          // Room to paste something too long, and be told what would do.
          maxLength: NEW_NAME_MAX_LENGTH * 4,
          spellCheck: false,
          autoCapitalize: 'none',
          'aria-describedby': describedBy([stateId, hintId], {
            idSchema,
            errors,
          }),
        }}
      />
      <FieldErrors idSchema={idSchema} hideError={hideError} errors={errors} />
      <Box
        id={stateId}
        role="status"
        aria-live="polite"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          minHeight: 32,
          mt: 0.5,
          typography: 'body2',
        }}
      >
        <NameState
          problem={problem}
          alreadySaid={errors}
          checking={checking}
          check={check}
          error={error}
          onPropose={onChange}
        />
      </Box>
      {!found && !taken && (
        <WhatIsMade
          kind={kind}
          existing={existing}
          name={name}
          ownerRef={ownerOf(formContext)}
        />
      )}
    </Box>
  );
};

function ownerOf(formContext: unknown): string | undefined {
  const { formData } = (formContext ?? {}) as {
    formData?: { owner?: unknown };
  };
  return typeof formData?.owner === 'string' ? formData.owner : undefined;
}
