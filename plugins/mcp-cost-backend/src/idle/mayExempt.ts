import type { CostScope } from '../access';

/** Whether the caller is one of the owner's, or an admin. */
export function mayExempt(scope: CostScope, ownerRef: string): boolean {
  const { memberOf, manages, actor } = scope;
  return (
    manages === 'all' ||
    memberOf === 'all' ||
    memberOf.includes(ownerRef) ||
    (ownerRef !== '' && ownerRef === actor)
  );
}
