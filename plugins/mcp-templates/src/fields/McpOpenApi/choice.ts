import type { OpenApiSource } from '@mcp-portal/plugin-mcp-templates-common';
import type { OpenApiChoice } from './schema';

/**
 * What a form holds while a document is wanted, and none was read: a source
 * with nothing in it, which a schema lets pass and the field's own validation
 * says in words.
 */
export const NOTHING_READ: OpenApiChoice = { source: {}, operations: [] };

/**
 * Whether a document is wanted. The form itself fills what is left out, but
 * only with an empty list of operations.
 */
export function wantsDocument(choice: OpenApiChoice | undefined): boolean {
  return choice?.source !== undefined;
}

/** The document that was read; undefined while there is none. */
export function sourceOf(
  choice: OpenApiChoice | undefined,
): OpenApiSource | undefined {
  const { source } = choice ?? {};
  if (source?.document) {
    return { document: source.document };
  }
  return source?.url ? { url: source.url } : undefined;
}

/** Undefined when one can go on with a choice. */
export function choiceProblem(
  choice: OpenApiChoice | undefined,
): string | undefined {
  if (!wantsDocument(choice)) {
    return undefined;
  }
  if (!sourceOf(choice)) {
    return 'Read an OpenAPI document first, or start from one example tool.';
  }
  return choice?.operations?.length
    ? undefined
    : 'Choose at least one operation.';
}
