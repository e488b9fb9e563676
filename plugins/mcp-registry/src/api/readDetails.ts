import { ResponseError } from '@backstage/errors';
import type {
  BlastRadius,
  PublishRefusal,
} from '@mcp-portal/plugin-mcp-registry-common';

/** Why the gate refused to publish; undefined when something else went wrong. */
export function readRefusal(reason: unknown): PublishRefusal | undefined {
  const details = detailsOf(reason);
  return details && 'smallestVersion' in details && 'breaks' in details
    ? (details as unknown as PublishRefusal)
    : undefined;
}

/** Who depends on what was to be deleted; undefined when that is not why. */
export function readBlastRadius(reason: unknown): BlastRadius | undefined {
  const details = detailsOf(reason);
  return details && 'total' in details && Array.isArray(details.teams)
    ? (details as unknown as BlastRadius)
    : undefined;
}

function detailsOf(reason: unknown): Record<string, unknown> | undefined {
  if (!(reason instanceof ResponseError) || reason.statusCode !== 409) {
    return undefined;
  }
  const { details } = reason.body.error as { details?: unknown };
  return typeof details === 'object' && details !== null
    ? (details as Record<string, unknown>)
    : undefined;
}
