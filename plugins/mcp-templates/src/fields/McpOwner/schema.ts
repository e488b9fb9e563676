import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const mcpOwnerSchema = makeFieldSchema({
  output: z => z.string().describe('The entity ref of a team.'),
});

export type McpOwnerProps = typeof mcpOwnerSchema.TProps;
