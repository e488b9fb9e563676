import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { mcpTemplatesApiRef } from '../../api';
import { nameProblem } from './nameProblem';
import type { McpNameProps } from './schema';

type Options = NonNullable<McpNameProps['uiSchema']['ui:options']>;

/** The name is allowed, and still free. */
export const validateName: CustomFieldValidator<string, Options> = async (
  name,
  field,
  { apiHolder, uiSchema },
) => {
  const problem = nameProblem(name ?? '');
  if (problem) {
    field.addError(problem.message);
    return;
  }
  const kind = uiSchema?.['ui:options']?.kind ?? 'server';
  // Who can't ask goes on: the template's first step asks again.
  const check = await apiHolder
    .get(mcpTemplatesApiRef)
    ?.checkName({ kind, name })
    .catch(() => undefined);
  if (check && !check.available) {
    field.addError(check.message ?? `${name} is taken. Choose another name.`);
  }
};
