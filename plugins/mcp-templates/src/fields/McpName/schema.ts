import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const mcpNameSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      kind: z
        .enum(['server', 'agent'])
        .optional()
        .describe('What gets the name: a server, when nothing is said.'),
      existing: z
        .boolean()
        .optional()
        .describe('It runs somewhere already, and only its entry is made.'),
    }),
});

export type McpNameProps = typeof mcpNameSchema.TProps;
