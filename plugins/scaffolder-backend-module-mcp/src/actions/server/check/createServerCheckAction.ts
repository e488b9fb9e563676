import { stringifyEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  NEW_NAME_MAX_LENGTH,
  NEW_NAME_MIN_LENGTH,
  NEW_NAME_PATTERN,
} from '@mcp-portal/plugin-mcp-templates-common';

import { ServerCheck, type ServerCheckOptions } from './ServerCheck';
import { serverCheckExamples } from './serverCheckExamples';

const MAX_REF_CHARS = 200;
const MAX_TEXT_CHARS = 1_000;
const MAX_URL_CHARS = 2_000;
const MAX_SERVERS = 20;

/**
 * `mcp:server:check`: whether somebody may make what they ask for, and what the
 * skeleton is filled with.
 */
export function createServerCheckAction(options: ServerCheckOptions) {
  const serverCheck = new ServerCheck(options);
  const { repositories } = options.settings;
  return createTemplateAction({
    id: 'mcp:server:check',
    description:
      "Checks that a new server or agent may be made: its name is free, its owner is one of the person's own teams, its system exists, and nothing very close exists without a reason for a new one. Gives the values for a skeleton, and where the repository goes.",
    examples: serverCheckExamples,
    supportsDryRun: true,
    schema: {
      input: {
        kind: z => z.enum(['server', 'agent']).describe('What is made'),
        name: z =>
          z
            .string()
            .regex(new RegExp(NEW_NAME_PATTERN))
            .min(NEW_NAME_MIN_LENGTH)
            .max(NEW_NAME_MAX_LENGTH)
            .describe('Its name in the catalog, and of its repository'),
        owner: z =>
          z.string().max(MAX_REF_CHARS).describe('Entity ref of the team'),
        system: z =>
          z
            .string()
            .max(MAX_REF_CHARS)
            .describe('Entity ref of the system that it is a part of')
            .optional(),
        purpose: z =>
          z
            .object({
              text: z.string().max(MAX_TEXT_CHARS),
              whyNew: z.string().max(MAX_TEXT_CHARS).optional(),
              closest: z
                .array(z.string().max(MAX_REF_CHARS))
                .max(MAX_SERVERS)
                .optional(),
            })
            .describe(
              'What it is for, and why none of the servers that come close fits',
            ),
        visibility: z =>
          z.enum(['team', 'organisation']).describe('Who may know of it'),
        dataSensitivity: z =>
          z
            .enum(['public', 'internal', 'confidential', 'restricted'])
            .describe('The most sensitive data that it handles'),
        createdFrom: z =>
          z
            .string()
            .regex(/^[a-z0-9-]+@[A-Za-z0-9.-]+$/)
            .max(100)
            .describe('The template and its version, as in name@1'),
        existing: z =>
          z
            .object({
              url: z.string().max(MAX_URL_CHARS),
              transport: z.enum(['streamable-http', 'sse']),
              onCall: z.string().max(MAX_URL_CHARS).optional(),
            })
            .describe('Of a server that runs already')
            .optional(),
        servers: z =>
          z
            .array(z.string().max(MAX_REF_CHARS))
            .max(MAX_SERVERS)
            .describe('Entity refs of the servers that an agent uses')
            .optional(),
      },
      output: {
        values: z =>
          z.record(z.any()).describe('What a skeleton is filled with'),
        repository: z =>
          z.record(z.any()).describe('Where the repository is to be'),
        repositoryVisibility: z =>
          z
            .enum(['private', 'internal', 'public'])
            .describe('Who may read a new repository on the code host'),
        entityRef: z => z.string().describe('Of what is made'),
      },
    },
    async handler(ctx) {
      const values = await serverCheck.check(ctx.input, ctx);
      const { kind, name, ownerRef, repository, port, url } = values;
      ctx.logger.info(
        `The name ${name} is free, and ${ownerRef} may own it. Its repository is going to be ${repository.url}`,
      );
      if (kind === 'server' && !ctx.input.existing) {
        ctx.logger.info(`It is going to answer at ${url}, on port ${port}.`);
      }
      // Interfaces are no JsonObject for the compiler, though they hold nothing else.
      ctx.output('values', values as unknown as JsonObject);
      ctx.output('repository', repository as unknown as JsonObject);
      ctx.output(
        'repositoryVisibility',
        // Its files say all that the portal keeps within the team.
        repositories.type === 'local' || values.visibility === 'team'
          ? 'private'
          : repositories.visibility,
      );
      ctx.output(
        'entityRef',
        stringifyEntityRef({
          kind: kind === 'server' ? 'api' : 'component',
          namespace: 'default',
          name,
        }),
      );
    },
  });
}
