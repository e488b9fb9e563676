import type { JsonObject, JsonValue } from '../../../canonical/JsonValue';

/** The schemas of a tool. */
export interface ToolSchemas {
  name: string;
  inputSchema: JsonValue;
  outputSchema?: JsonValue;
}

/**
 * The tools as an OpenAPI 3.1 document: an operation each, the input as the
 * body that it is sent, the output as the body of its answer.
 */
export function wrapAsOpenApi(tools: readonly ToolSchemas[]): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Tools', version: '1.0.0' },
    paths: Object.fromEntries(
      tools.map(tool => [`/${tool.name}`, { post: operation(tool) }]),
    ),
  };
}

function operation({
  name,
  inputSchema,
  outputSchema,
}: ToolSchemas): JsonObject {
  const at = `#/paths/~1${name}/post`;
  return {
    operationId: name,
    requestBody: {
      required: true,
      content: content(
        inputSchema,
        `${at}/requestBody/content/application~1json/schema`,
      ),
    },
    responses: {
      200: {
        description: 'What the tool returns',
        content: content(
          outputSchema,
          `${at}/responses/200/content/application~1json/schema`,
        ),
      },
    },
  };
}

function content(schema: JsonValue | undefined, at: string): JsonObject {
  return {
    'application/json':
      schema === undefined ? {} : { schema: rebase(schema, at) },
  };
}

/** References start from the document, no longer from the schema. */
function rebase(value: JsonValue, at: string): JsonValue {
  if (Array.isArray(value)) {
    return value.map(item => rebase(item, at));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === '$ref' && typeof child === 'string' && child.startsWith('#')
        ? at + child.slice(1)
        : rebase(child, at),
    ]),
  );
}
