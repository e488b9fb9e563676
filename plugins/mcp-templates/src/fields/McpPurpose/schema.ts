import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const mcpPurposeSchema = makeFieldSchema({
  output: z =>
    z.object({
      text: z.string().optional().describe('What it is for.'),
      whyNew: z
        .string()
        .optional()
        .describe('Why none of the servers that come close fits.'),
      closest: z
        .array(z.string())
        .optional()
        .describe('Entity refs of the servers that came close.'),
    }),
  uiOptions: z =>
    z.object({
      kind: z
        .enum(['server', 'agent', 'existing'])
        .optional()
        .describe(
          'What it is the purpose of: a new server, when nothing is said. An agent may use what comes close, and an existing server is there already: neither has to say why nothing else fits.',
        ),
    }),
});

export type McpPurposeProps = typeof mcpPurposeSchema.TProps;
export type Purpose = typeof mcpPurposeSchema.TOutput;
