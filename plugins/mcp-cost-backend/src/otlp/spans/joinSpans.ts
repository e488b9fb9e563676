import { joinModelSpans } from './joinModelSpans';
import { Joins } from './Joins';
import { joinToolSpans } from './joinToolSpans';
import type { SpanTree } from './SpanTree';

/**
 * Finds which spans of a request are one call, by what is not kept of them and
 * so can't be found later: what is between them, and ids.
 *
 * @returns for each span the one that counts for its call; itself, where it does
 */
export function joinSpans(tree: SpanTree): Int32Array {
  const joins = new Joins(tree.spans.length);
  joinToolSpans(tree, joins);
  joinModelSpans(tree, joins);
  return joins.outermost();
}
