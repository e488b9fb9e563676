import type { BlastRadius } from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError } from '@backstage/errors';

import { describeBroken } from './GateRefusal';

/**
 * That agents depend on a version that is to be deleted. Those that the caller
 * may see go with the HTTP answer, as `error.details`.
 */
export class DeletionRefusal extends ConflictError {
  readonly details: BlastRadius;

  constructor(options: {
    ref: string;
    version: string;
    visible: BlastRadius;
    /** Whether there are others, that the caller may not see. */
    hidden: boolean;
  }) {
    const { ref, version, visible, hidden } = options;
    const parts = [
      ...(visible.total > 0 ? [describeBroken(visible)] : []),
      // Not how many: a count would tell of them too.
      ...(hidden
        ? [`${visible.total > 0 ? 'others' : 'agents'} that you may not see`]
        : []),
    ];
    super(
      `${version} of '${ref}' is still depended on, by ${parts.join(
        ' and ',
      )}. Deprecate it and wait for them, or give a reason to delete it nevertheless.`,
    );
    this.details = visible;
  }
}
