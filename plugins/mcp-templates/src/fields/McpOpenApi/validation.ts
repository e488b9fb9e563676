import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { choiceProblem } from './choice';
import type { OpenApiChoice } from './schema';

/** Who wants a document has read one, and chosen of it. */
export const validateOpenApi: CustomFieldValidator<OpenApiChoice> = (
  choice,
  field,
) => {
  const problem = choiceProblem(choice);
  if (problem) {
    field.addError(problem);
  }
};
