import { z } from 'zod';

import { isExactVersion } from './exactVersion';

/** The registries that a package may come from, as in server.json. */
export const PACKAGE_REGISTRY_TYPES = [
  'npm',
  'pypi',
  'oci',
  'nuget',
  'mcpb',
] as const;

/** How a started package is spoken to, as in server.json. */
export const PACKAGE_TRANSPORT_TYPES = [
  'stdio',
  'streamable-http',
  'sse',
] as const;

// server.json: `url` may be a template with {variables}, so it isn't parsed.
const HTTP_URL_TEMPLATE = /^https?:\/\/\S+$/;

const packageTransportSchema = z
  .looseObject({
    type: z.enum(PACKAGE_TRANSPORT_TYPES),
    url: z
      .string()
      .regex(HTTP_URL_TEMPLATE, { error: 'must be an http or https URL' })
      .optional(),
  })
  .superRefine((transport, context) => {
    if (transport.type !== 'stdio' && transport.url === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['url'],
        message: `is missing, and ${transport.type} needs it`,
      });
    }
  })
  .describe('How the started package is spoken to.');

/**
 * One of `spec.packages[]`: how a server is installed, as in server.json.
 * Fields that are not named here pass through.
 */
export const packageSpecSchema = z
  .looseObject({
    registryType: z
      .enum(PACKAGE_REGISTRY_TYPES)
      .describe('The kind of registry that holds the package.'),
    identifier: z
      .string()
      .regex(/^\S+$/, { error: 'must be a name or URL without spaces' })
      .describe("The package's name, or its URL for a direct download."),
    version: z
      .string()
      .refine(isExactVersion, {
        error: 'must be one exact version, not a range and not "latest"',
      })
      .optional()
      .describe('One exact version, not a range.'),
    fileSha256: z
      .string()
      .regex(/^[a-f0-9]{64}$/, {
        error: 'must be a SHA-256 in 64 lower-case hexadecimal digits',
      })
      .optional()
      .describe('SHA-256 of the package file; needed for mcpb.'),
    transport: packageTransportSchema,
  })
  .superRefine((entry, context) => {
    if (entry.registryType === 'mcpb' && entry.fileSha256 === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['fileSha256'],
        message: 'is missing, and an mcpb package needs it',
      });
    }
  });
