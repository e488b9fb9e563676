import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { sourceOf, wantsDocument } from './choice';
import type { OpenApiChoice } from './schema';

/** Who wants a document has read one, and chosen of it. */
export const validateOpenApi: CustomFieldValidator<OpenApiChoice> = (
  choice,
  field,
) => {
  if (!wantsDocument(choice)) {
    return;
  }
  if (!sourceOf(choice)) {
    field.addError(
      'Read an OpenAPI document first, or start from one example tool.',
    );
    return;
  }
  if (!choice.operations?.length) {
    field.addError('Choose at least one operation.');
  }
};
