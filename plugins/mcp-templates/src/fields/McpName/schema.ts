import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const mcpNameSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      kind: z
        .enum(['server', 'agent'])
        .optional()
        .describe('What gets the name: a server, when nothing is said.'),
    }),
});

export type McpNameProps = typeof mcpNameSchema.TProps;
