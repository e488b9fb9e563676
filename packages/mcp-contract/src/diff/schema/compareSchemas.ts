import type { JsonSchema } from '../../canonical/JsonValue';
import { writeCanonicalJson } from '../../canonical/writeCanonicalJson';
import type { SchemaFinding } from './SchemaFinding';
import type { Side } from './schemaRules';

/**
 * What changed from one schema to the other, and what it means on that side of
 * a tool. The same findings in the same order for the same schemas.
 */
export function compareSchemas(
  before: JsonSchema,
  after: JsonSchema,
  side: Side,
): SchemaFinding[] {
  if (writeCanonicalJson(before) === writeCanonicalJson(after)) {
    return [];
  }
  return [
    {
      rule: `${side}-undecided`,
      pointer: '',
      beforePointer: '',
      afterPointer: '',
      message: 'The schema changed.',
    },
  ];
}
