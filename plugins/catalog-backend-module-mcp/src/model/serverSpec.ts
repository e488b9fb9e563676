import {
  DATA_SENSITIVITIES,
  TRUST_LEVELS,
  VISIBILITIES,
} from '@mcp-portal/plugin-mcp-registry-common';
import { z } from 'zod';

import { packageSpecSchema } from './packageSpec';

/**
 * Who may know of a server or an agent; shared by both.
 */
export const visibilitySchema = z
  .enum(VISIBILITIES)
  .describe(
    'Who may know that it exists: its own team, or the whole organisation (the default).',
  );

/**
 * The optional fields that the portal adds to `spec` of an MCP server. What
 * upstream defines there is checked by upstream's own schema.
 */
export const serverSpecSchema = z.looseObject({
  packages: z
    .array(packageSpecSchema)
    .optional()
    .describe('How the server is installed: packages[] of server.json.'),
  trust: z
    .enum(TRUST_LEVELS)
    .optional()
    .describe('How far the server is trusted; unverified when absent.'),
  visibility: visibilitySchema.optional(),
  dataSensitivity: z
    .enum(DATA_SENSITIVITIES)
    .optional()
    .describe('The most sensitive data that the server handles.'),
  onCall: z
    .string()
    .refine(isHttpsUrl, { error: 'must be an https URL' })
    .optional()
    .describe('An https link to who is on call.'),
});

// Pages make a link of it: no other protocol may get there.
function isHttpsUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
