import { errorId, type IdSchema } from '@rjsf/utils';
import Box from '@mui/material/Box';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';

/** A field of a form, as far as its errors go. */
interface FieldWithErrors {
  idSchema: IdSchema;
  /** What the form had against it when it was sent. */
  rawErrors?: string[];
  /** The template leaves it to the field to say so (`ui:hideError: true`). */
  hideError?: boolean;
}

/**
 * The errors that stand below a field: the form's, or where it hides them, what
 * is still wrong in the field's own words.
 */
export function errorsBelow(
  field: FieldWithErrors,
  stillWrong: string | undefined,
): string[] {
  const { rawErrors = [], hideError } = field;
  if (!hideError) {
    return rawErrors;
  }
  return rawErrors.length > 0 && stillWrong ? [stillWrong] : [];
}

/**
 * The ids that describe a control: its own texts, and the errors below its
 * field.
 */
export function describedBy(
  ids: string[],
  field: { idSchema: IdSchema; errors: string[] },
): string | undefined {
  const { idSchema, errors } = field;
  const all = errors.length > 0 ? [...ids, errorId(idSchema)] : ids;
  return all.join(' ') || undefined;
}

/** The errors below a field, where the form itself hides them. */
export const FieldErrors = (props: {
  idSchema: IdSchema;
  hideError?: boolean;
  errors: string[];
}) => {
  const { idSchema, hideError, errors } = props;
  if (!hideError || errors.length === 0) {
    return null;
  }
  return (
    <Box id={errorId(idSchema)} sx={{ mt: 0.5, typography: 'body2' }}>
      <LevelWord level="problem">{errors.join(' ')}</LevelWord>
    </Box>
  );
};
