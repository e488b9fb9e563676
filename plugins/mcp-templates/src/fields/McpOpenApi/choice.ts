import type { OpenApiSource } from '@mcp-portal/plugin-mcp-templates-common';
import type { OpenApiChoice } from './schema';

/** What a form holds while a document is wanted, and none was read. */
export const NOTHING_READ: OpenApiChoice = {
  source: { url: '' },
  operations: [],
};

/**
 * Whether a document is wanted. The form fills an object that is left out with
 * empty parts; those want none.
 */
export function wantsDocument(choice: OpenApiChoice | undefined): boolean {
  const { source } = choice ?? {};
  return source?.url !== undefined || source?.document !== undefined;
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
