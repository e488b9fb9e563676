import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { McpPurpose } from './McpPurpose';
import { mcpPurposeSchema } from './schema';
import { validatePurpose } from './validation';

export const mcpPurposeField = createFormField({
  name: 'McpPurpose',
  component: McpPurpose,
  validation: validatePurpose,
  schema: mcpPurposeSchema,
});
