import { IndexableDocument } from '@backstage/plugin-search-common';

/**
 * A server as Backstage's search keeps it: its text holds the purpose, the
 * owner, and the names and descriptions of its tools.
 * @public
 */
export interface McpServerDocument extends IndexableDocument {
  /** Entity ref, complete and in lower case. */
  ref: string;
  /** What it is for. */
  purpose: string;
  owner: string;
  lifecycle: string;
  trust: string;
  /** The names of its tools. */
  tools: string[];
  sample: boolean;
}
