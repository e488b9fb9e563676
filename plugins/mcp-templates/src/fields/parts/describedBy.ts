import { errorId, type IdSchema } from '@rjsf/utils';

/**
 * The ids that describe a control: its own texts, and the errors that the form
 * writes below a field.
 */
export function describedBy(
  ids: string[],
  field: { idSchema: IdSchema; rawErrors?: string[] },
): string | undefined {
  const errors = field.rawErrors?.length ? [errorId(field.idSchema)] : [];
  return [...ids, ...errors].join(' ') || undefined;
}
