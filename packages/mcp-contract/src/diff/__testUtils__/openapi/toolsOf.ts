import type { JsonSchema } from '../../../canonical/JsonValue';
import type { SchemaPair } from './SchemaPair';

/** A tool for each pair, as it was before or is after the change. */
export function toolsOf(
  pairs: readonly SchemaPair[],
  which: 'before' | 'after',
): { name: string; inputSchema: JsonSchema; outputSchema?: JsonSchema }[] {
  return pairs.map(({ id, side, [which]: schema }) => ({
    name: id,
    inputSchema: { type: 'object' },
    ...(schema !== undefined && { [`${side}Schema`]: schema }),
  }));
}
