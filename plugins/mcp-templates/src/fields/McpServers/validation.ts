import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { MAX_SERVERS } from './schema';

/** Not more servers than one can look after, and none twice. */
export const validateServers: CustomFieldValidator<string[]> = (
  refs,
  field,
) => {
  const chosen = refs ?? [];
  if (chosen.length > MAX_SERVERS) {
    field.addError(
      `Choose at most ${MAX_SERVERS} servers; these are ${chosen.length}.`,
    );
  }
  if (new Set(chosen).size < chosen.length) {
    field.addError('A server is chosen twice.');
  }
};
