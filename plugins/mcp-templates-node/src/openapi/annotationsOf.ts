import type { OpenApiTool } from '@mcp-portal/plugin-mcp-templates-common';

/**
 * What a method says of an operation: RFC 9110, chapter 9.2; RFC 5789. What a
 * POST does nobody can know: it is taken to add, as in "create". A PUT or PATCH
 * replaces what was there, which MCP calls destructive.
 *
 * A generated tool reaches the one API that its server is for, which is a closed
 * world like that of a database, and never whatever an argument names.
 */
export function annotationsOf(method: string): OpenApiTool['annotations'] {
  const readOnlyHint = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  return {
    readOnlyHint,
    destructiveHint: ['PUT', 'PATCH', 'DELETE'].includes(method),
    idempotentHint: readOnlyHint || ['PUT', 'DELETE'].includes(method),
    openWorldHint: false,
  };
}
