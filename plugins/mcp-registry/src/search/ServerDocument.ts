import type { SearchDocument } from '@backstage/plugin-search-common';

/** What the registry's collator says of a server. */
export interface ServerDocument {
  title: string;
  location: string;
  purpose: string;
  owner: string;
  lifecycle: string;
  trust: string;
  tools: string[];
  sample: boolean;
}

/**
 * Reads a document of the search index. The index may be older than the
 * portal, so nothing but title and location is taken for granted.
 */
export function readServerDocument(document: SearchDocument): ServerDocument {
  const fields = document as SearchDocument & Record<string, unknown>;
  const text = (name: string, otherwise: string) =>
    typeof fields[name] === 'string' && fields[name]
      ? (fields[name] as string)
      : otherwise;
  return {
    title: document.title,
    location: document.location,
    purpose: text('purpose', ''),
    owner: text('owner', 'unknown'),
    lifecycle: text('lifecycle', 'unknown'),
    trust: text('trust', ''),
    tools: Array.isArray(fields.tools)
      ? fields.tools.filter((tool): tool is string => typeof tool === 'string')
      : [],
    sample: fields.sample === true,
  };
}
