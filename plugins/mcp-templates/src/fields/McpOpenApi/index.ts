import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { McpOpenApi } from './McpOpenApi';
import { mcpOpenApiSchema } from './schema';
import { validateOpenApi } from './validation';

export const mcpOpenApiField = createFormField({
  name: 'McpOpenApi',
  component: McpOpenApi,
  validation: validateOpenApi,
  schema: mcpOpenApiSchema,
});
