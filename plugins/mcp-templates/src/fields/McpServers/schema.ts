import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const mcpServersSchema = makeFieldSchema({
  output: z => z.array(z.string()).describe('Entity refs of servers.'),
});

export type McpServersProps = typeof mcpServersSchema.TProps;

/** What an agent may start with, when the form's schema says nothing else. */
export const MAX_SERVERS = 20;
