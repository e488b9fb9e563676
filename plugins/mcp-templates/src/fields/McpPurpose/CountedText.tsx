import { useState } from 'react';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';
import { errorLabel } from '../parts';

/** A text of several lines, with a live count of its characters. */
export const CountedText = (props: {
  id: string;
  label: string;
  hint: string;
  placeholder?: string;
  minRows: number;
  required?: boolean;
  disabled?: boolean;
  value: string;
  max: number;
  /** What is wrong with it; said when the cursor has left, or it is too long. */
  problem?: string;
  /** What the form had against it when it was sent. */
  errors: string[];
  onChange: (text: string) => void;
}) => {
  const { id, value, max, problem, errors, onChange } = props;
  const [left, setLeft] = useState(false);
  const { length } = value.trim();
  const tooLong = length > max;
  const sayProblem = (left && value) || tooLong || errors.length > 0;
  // An error of a text that is mended since is none.
  const said = problem && sayProblem ? problem : undefined;
  const wrong = said !== undefined;
  const ids = {
    hint: `${id}-hint`,
    error: `${id}-problem`,
    count: `${id}-count`,
  };
  return (
    <TextField
      id={id}
      fullWidth
      multiline
      minRows={props.minRows}
      label={props.label}
      // Said in words when it is missing, not by the browser.
      InputLabelProps={{ required: props.required, sx: errorLabel }}
      disabled={props.disabled}
      placeholder={props.placeholder}
      error={wrong}
      value={value}
      onChange={event => onChange(event.target.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      inputProps={{
        'aria-required': props.required,
        'aria-describedby': [
          ...(wrong ? [ids.error] : []),
          ids.hint,
          ids.count,
        ].join(' '),
      }}
      FormHelperTextProps={
        {
          // A paragraph can't hold the parts.
          component: 'div',
          sx: { display: 'flex', gap: 2, justifyContent: 'space-between' },
        } as object
      }
      helperText={
        <>
          <span>
            {wrong && (
              <Box
                component="span"
                id={ids.error}
                sx={{ display: 'block', color: 'text.primary' }}
              >
                <LevelWord level="problem">{said}</LevelWord>
              </Box>
            )}
            <Box
              component="span"
              id={ids.hint}
              sx={{ display: 'block', color: 'text.secondary' }}
            >
              {props.hint}
            </Box>
          </span>
          <Box
            component="span"
            id={ids.count}
            sx={{
              flexShrink: 0,
              fontVariantNumeric: 'tabular-nums',
              color: tooLong ? 'error.main' : 'text.secondary',
            }}
          >
            {length} / {max}
          </Box>
        </>
      }
    />
  );
};
