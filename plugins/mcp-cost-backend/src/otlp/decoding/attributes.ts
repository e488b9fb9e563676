/**
 * The attributes that are read, of spans and resources. Nothing else is kept,
 * not even for the time of a request: messages, arguments and results are not
 * the portal's to hold.
 *
 * From the semantic conventions of GenAI and MCP, their older names, and what
 * widespread instrumentations write. `mcp_portal.*` are the portal's own.
 */
export const KEPT_ATTRIBUTES = [
  'mcp_portal.server',
  'mcp_portal.team',
  'service.name',
  'deployment.environment.name',
  'deployment.environment',
  'enduser.id',
  'user.id',
  'error.type',
  'gen_ai.operation.name',
  'gen_ai.agent.id',
  'gen_ai.agent.name',
  'gen_ai.tool.name',
  'gen_ai.tool.call.id',
  'gen_ai.provider.name',
  'gen_ai.system',
  'gen_ai.request.model',
  'gen_ai.response.model',
  'gen_ai.usage.input_tokens',
  'gen_ai.usage.prompt_tokens',
  'gen_ai.usage.output_tokens',
  'gen_ai.usage.completion_tokens',
  'gen_ai.usage.total_tokens',
  'llm.usage.total_tokens',
  'gen_ai.usage.cache_read.input_tokens',
  'gen_ai.usage.cache_read_input_tokens',
  'gen_ai.usage.cached_input_tokens',
  'gen_ai.usage.details.cache_read_tokens',
  'gen_ai.usage.cache_creation.input_tokens',
  'gen_ai.usage.cache_creation_input_tokens',
  'gen_ai.usage.details.cache_write_tokens',
  'mcp.method.name',
  'mcp.session.id',
  'mcp.server.name',
  'jsonrpc.request.id',
  'server.address',
  'server.port',
  'url.full',
  'url.path',
  'rpc.service',
  'peer.service',
  'service.peer.name',
] as const;

/** @see KEPT_ATTRIBUTES */
export type KeptAttribute = (typeof KEPT_ATTRIBUTES)[number];

/** An attribute whose type none of the kept ones has: a list, bytes, a boolean. */
export const WRONG_TYPE = Symbol('wrong type');

/** An attribute whose text is not UTF-8. */
export const NOT_UTF8 = Symbol('not UTF-8');

export type AttributeValue =
  | string
  | number
  | typeof WRONG_TYPE
  | typeof NOT_UTF8;

export type Attributes = Map<KeptAttribute, AttributeValue>;

const KEPT = new Map<string, KeptAttribute>(
  KEPT_ATTRIBUTES.map(name => [name, name]),
);

/** The kept attribute of that name. */
export function keptAttribute(name: string): KeptAttribute | undefined {
  return KEPT.get(name);
}

/** By the length of the name and three of its bytes; nearly all others miss. */
const KEPT_BYTES = new Map<number, { name: KeptAttribute; bytes: Buffer }[]>();
for (const name of KEPT_ATTRIBUTES) {
  const bytes = Buffer.from(name);
  const hash = hashOf(bytes, 0, bytes.length);
  KEPT_BYTES.set(hash, [...(KEPT_BYTES.get(hash) ?? []), { name, bytes }]);
}

/**
 * The kept attribute whose name is in some bytes, without making text of the
 * names that are not.
 */
export function keptAttributeAt(
  buffer: Uint8Array,
  start: number,
  end: number,
): KeptAttribute | undefined {
  const candidates = KEPT_BYTES.get(hashOf(buffer, start, end));
  return candidates?.find(({ bytes }) => isAt(buffer, start, bytes))?.name;
}

function hashOf(buffer: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > 64) {
    return -1;
  }
  const middle = start + Math.floor(length / 2);
  return (
    ((length * 256 + buffer[start]) * 256 + buffer[middle]) * 256 +
    buffer[end - 1]
  );
}

function isAt(buffer: Uint8Array, start: number, bytes: Buffer): boolean {
  for (let index = 0; index < bytes.length; index++) {
    if (buffer[start + index] !== bytes[index]) {
      return false;
    }
  }
  return true;
}
