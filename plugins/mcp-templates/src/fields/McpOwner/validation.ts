import { identityApiRef } from '@backstage/core-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { costApiRef } from '../../api';

/** One's own team, with budget left for something new. */
export const validateOwner: CustomFieldValidator<string> = async (
  ownerRef,
  field,
  { apiHolder },
) => {
  const identity = await apiHolder.get(identityApiRef)?.getBackstageIdentity();
  if (identity && !identity.ownershipEntityRefs.includes(ownerRef)) {
    field.addError(
      `You do not belong to ${ownerRef}. Choose a team of your own.`,
    );
    return;
  }
  // A team without a budget, or costs that don't answer, stop nobody here: the
  // template's own step decides.
  const admission = await apiHolder
    .get(costApiRef)
    ?.getAdmission(ownerRef)
    .catch(() => undefined);
  if (admission && !admission.admitted) {
    field.addError(admission.message);
  }
};
