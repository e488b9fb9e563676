import { validRange } from 'semver';
import { z } from 'zod';

import { visibilitySchema } from './serverSpec';

const apiRefSchema = z.string().superRefine((ref, context) => {
  const problem = findRefProblem(ref);
  if (problem) {
    context.addIssue({ code: 'custom', message: problem });
  }
});

const serverUseSchema = z.looseObject({
  ref: apiRefSchema.describe(
    'Entity ref of the server; its kind is API when not given.',
  ),
  version: z
    .string()
    .refine(range => range.trim() !== '' && validRange(range) !== null, {
      error: 'is not a semver range',
    })
    .optional()
    .describe('The versions that the agent works with, as a semver range.'),
  tools: z
    .array(z.string().min(1, { error: 'must not be empty' }))
    .optional()
    .describe('The tools that the agent calls; absent when it may call any.'),
});

/**
 * The optional fields that the portal adds to `spec` of an agent.
 */
export const agentSpecSchema = z.looseObject({
  mcpServers: z
    .array(serverUseSchema)
    .optional()
    .describe('The MCP servers that the agent uses.'),
  visibility: visibilitySchema.optional(),
});

/**
 * The same on an AiResource. Upstream knows no relation from there to an API,
 * so it does not check `spec.consumesApis`; the portal does.
 */
export const agentResourceSpecSchema = agentSpecSchema.extend({
  consumesApis: z
    .array(apiRefSchema)
    .optional()
    .describe('Entity refs of the APIs that the agent uses.'),
});

// parseEntityRef splits at the first signs only, and takes the rest for a name.
const REF_PATTERN = /^(([^\s:/]+):)?([^\s:/]+\/)?[^\s:/]+$/;

function findRefProblem(ref: string): string | undefined {
  const match = REF_PATTERN.exec(ref);
  if (!match) {
    return 'is not an entity ref; write it like api:default/name';
  }
  const kind = match[2] ?? 'api';
  return kind.toLocaleLowerCase('en-US') === 'api'
    ? undefined
    : 'must be the ref of an API, like api:default/name';
}
