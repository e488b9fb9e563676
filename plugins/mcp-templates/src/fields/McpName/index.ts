import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { McpName } from './McpName';
import { mcpNameSchema } from './schema';
import { validateName } from './validation';

export const mcpNameField = createFormField({
  name: 'McpName',
  component: McpName,
  validation: validateName,
  schema: mcpNameSchema,
});
