import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { McpOwner } from './McpOwner';
import { mcpOwnerSchema } from './schema';
import { validateOwner } from './validation';

export const mcpOwnerField = createFormField({
  name: 'McpOwner',
  component: McpOwner,
  validation: validateOwner,
  schema: mcpOwnerSchema,
});
