import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const mcpOpenApiSchema = makeFieldSchema({
  output: z =>
    z
      .object({
        source: z
          .object({
            url: z.string().optional(),
            document: z.string().optional(),
          })
          .optional()
          .describe('Where the document is, or its text: one of the two.'),
        operations: z
          .array(z.string())
          .optional()
          .describe('The operations that become tools, as `GET /invoices`.'),
      })
      .describe('Absent when the server starts with an example tool.'),
});

export type McpOpenApiProps = typeof mcpOpenApiSchema.TProps;
export type OpenApiChoice = typeof mcpOpenApiSchema.TOutput;
