import type { Joins } from './Joins';
import type { SpanTree } from './SpanTree';

const NONE = -1;

/**
 * Joins the layers of tools' calls: the agent's tool span, the MCP client's, the
 * MCP server's, each at most once, since two spans of the same layer are two
 * calls. They are known by their place below each other, by the id that the
 * model gave the call, or by session and request id of MCP.
 */
export function joinToolSpans(tree: SpanTree, joins: Joins): void {
  const { spans } = tree;
  joinByPlace(tree, joins);
  joinByName(tree, joins, 'client', 'tool', index =>
    nameOf(
      spans[index].traceId,
      spans[index].attributes.get('gen_ai.tool.call.id'),
    ),
  );
  joinByName(tree, joins, 'server', 'client', index =>
    nameOf(
      spans[index].attributes.get('mcp.session.id'),
      spans[index].attributes.get('jsonrpc.request.id'),
    ),
  );
}

function joinByPlace({ roles, above }: SpanTree, joins: Joins): void {
  const isFree = (outer: number, role: string) =>
    outer !== NONE && roles[outer] === role && !joins.hasInner(outer);
  // Servers last: one whose client is not there is the tool's own inner span.
  roles.forEach((role, index) => {
    if (role === 'client' && isFree(above[index], 'tool')) {
      joins.join(index, above[index]);
    }
  });
  roles.forEach((role, index) => {
    const outer = above[index];
    if (
      role === 'server' &&
      (isFree(outer, 'client') || isFree(outer, 'tool'))
    ) {
      joins.join(index, outer);
    }
  });
}

/** Joins inner and outer spans of the same name, where both are still alone. */
function joinByName(
  { roles }: SpanTree,
  joins: Joins,
  inner: 'client' | 'server',
  outer: 'tool' | 'client',
  nameAt: (index: number) => string | undefined,
): void {
  const outers = new Map<string, number>();
  roles.forEach((role, index) => {
    const isFree = role === outer && !joins.hasInner(index);
    const name = isFree ? nameAt(index) : undefined;
    if (name !== undefined) {
      outers.set(name, index);
    }
  });
  if (outers.size === 0) {
    return;
  }
  roles.forEach((role, index) => {
    const isFree = role === inner && !joins.isInner(index);
    const name = isFree ? nameAt(index) : undefined;
    const found = name === undefined ? undefined : outers.get(name);
    if (name !== undefined && found !== undefined) {
      joins.join(index, found);
      outers.delete(name);
    }
  });
}

function nameOf(within: unknown, id: unknown): string | undefined {
  return [within, id].every(part => ['string', 'number'].includes(typeof part))
    ? JSON.stringify([within, String(id)])
    : undefined;
}
