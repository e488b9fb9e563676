import {
  VISIBILITIES,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';

import { mcpAgentResourceRef, mcpServerResourceRef } from './resources';

const ownerParams = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs, of which one must own the asset'),
});

const visibilityParams = z.object({
  visibility: z.enum(VISIBILITIES).describe('The visibility to match'),
});

const isOwner = {
  name: 'IS_OWNER',
  description: 'Allow what is owned by one of the claims',
  paramsSchema: ownerParams,
  apply: (asset: { ownerRef: string }, { claims }: { claims: string[] }) =>
    claims.some(claim => normalise(claim) === asset.ownerRef),
  toQuery: ({ claims }: { claims: string[] }) => ({
    field: 'ownerRef' as const,
    values: claims.map(normalise),
  }),
};

const hasVisibility = {
  name: 'HAS_VISIBILITY',
  description: 'Allow what has this visibility',
  paramsSchema: visibilityParams,
  apply: (
    asset: { visibility: Visibility },
    { visibility }: { visibility: Visibility },
  ) => asset.visibility === visibility,
  toQuery: ({ visibility }: { visibility: Visibility }) => ({
    field: 'visibility' as const,
    values: [visibility],
  }),
};

/**
 * Rules that a policy may use in decisions on servers.
 * @public
 */
export const mcpServerRules = {
  isOwner: createPermissionRule({
    ...isOwner,
    resourceRef: mcpServerResourceRef,
  }),
  hasVisibility: createPermissionRule({
    ...hasVisibility,
    resourceRef: mcpServerResourceRef,
  }),
};

/**
 * Rules that a policy may use in decisions on agents.
 * @public
 */
export const mcpAgentRules = {
  isOwner: createPermissionRule({
    ...isOwner,
    resourceRef: mcpAgentResourceRef,
  }),
  hasVisibility: createPermissionRule({
    ...hasVisibility,
    resourceRef: mcpAgentResourceRef,
  }),
};

// The catalog compares refs without regard to case; the registry keeps them in
// lower case.
function normalise(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
