import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { registryApiRef } from '../../api';
import { purposeProblem, whyNewProblem } from './purposeProblem';
import type { McpPurposeProps, Purpose } from './schema';
import { SIMILAR_LIMIT } from './useSimilar';

type Options = NonNullable<McpPurposeProps['uiSchema']['ui:options']>;

/** A purpose, and a reason where something comes very close to it. */
export const validatePurpose: CustomFieldValidator<Purpose, Options> = async (
  purpose,
  field,
  { apiHolder, uiSchema },
) => {
  const text = purpose?.text?.trim() ?? '';
  const problem = purposeProblem(text);
  if (problem) {
    field.addError(problem);
    return;
  }
  const kind = uiSchema?.['ui:options']?.kind ?? 'server';
  const reasonProblem = whyNewProblem(purpose.whyNew ?? '');
  if (!reasonProblem || kind !== 'server') {
    return;
  }
  // Asked again: the list on the page may be older than the last words.
  // A registry that does not answer stops nobody.
  const similar = await apiHolder
    .get(registryApiRef)
    ?.findSimilar({ text, limit: SIMILAR_LIMIT })
    .catch(() => []);
  if (similar?.some(({ level }) => level === 'very-close')) {
    field.addError(reasonProblem);
  }
};
