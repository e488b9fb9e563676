import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { McpServers } from './McpServers';
import { mcpServersSchema } from './schema';
import { validateServers } from './validation';

export const mcpServersField = createFormField({
  name: 'McpServers',
  component: McpServers,
  validation: validateServers,
  schema: mcpServersSchema,
});
