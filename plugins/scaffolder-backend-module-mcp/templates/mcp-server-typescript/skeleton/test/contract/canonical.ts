/** Hints that a tool which does not give them has anyway. */
const HINTS: Record<string, unknown> = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
};

/** Keywords of JSON Schema, and values of which their absence says the same. */
const MEANINGLESS: Record<string, unknown> = {
  additionalProperties: true,
  items: true,
  listChanged: false,
  minItems: 0,
  minLength: 0,
  minProperties: 0,
  subscribe: false,
  uniqueItems: false,
};

const NOT_PROMISED = ['$schema', '$comment', '_meta', 'execution'];

const UNORDERED = ['required', 'enum', 'type', 'anyOf', 'oneOf', 'allOf'];

/** What names the items of a list, in whose order they come. */
const NAMES = ['name', 'uri', 'uriTemplate'];

/**
 * Writes what means the same alike: members, names and alternatives sorted, and
 * whatever says no more than its absence left out. As `mcp-portal` does it, as
 * far as a test needs it.
 */
export function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => canonical(item));
    return UNORDERED.includes(key) || items.some(isNamed)
      ? items.sort((a, b) => compare(sortKey(a), sortKey(b)))
      : items;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const members = Object.entries(value)
    .map(([name, member]) => [name, canonical(member, name)] as const)
    .filter(([name, member]) => saysSomething(name, member))
    .sort(([a], [b]) => compare(a, b));
  return isSchemaOfAll(key, members)
    ? true
    : Object.fromEntries(members.map(asConst));
}

function saysSomething(name: string, value: unknown): boolean {
  return (
    value !== undefined &&
    !(NOT_PROMISED.includes(name) && typeof value !== 'boolean') &&
    !(name in MEANINGLESS && MEANINGLESS[name] === value) &&
    !(name in HINTS && HINTS[name] === value) &&
    !(name === 'required' && Array.isArray(value) && value.length === 0)
  );
}

/** `{}` where a schema stands accepts all, as `true` does. */
function isSchemaOfAll(key: string, members: readonly unknown[]): boolean {
  return (
    members.length === 0 && ['additionalProperties', 'items'].includes(key)
  );
}

function asConst([name, value]: readonly [string, unknown]): [string, unknown] {
  return name === 'enum' && Array.isArray(value) && value.length === 1
    ? ['const', value[0]]
    : [name, value];
}

function isNamed(item: unknown): boolean {
  return nameOf(item) !== undefined;
}

function nameOf(item: unknown): string | undefined {
  const named = item as Record<string, unknown> | null;
  return typeof named === 'object' && named !== null
    ? NAMES.map(name => named[name]).find(name => typeof name === 'string')
    : undefined;
}

function sortKey(item: unknown): string {
  return nameOf(item) ?? JSON.stringify(item);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
