import type { JsonObject, JsonSchema } from '../../../canonical/JsonValue';

/** The side of a tool that changes. */
export type Side = 'input' | 'output';

/** How the second schema relates to the first, by what they accept. */
export type Move = 'narrowed' | 'widened' | 'same' | 'neither';

/** A tool before and after one change, and what is right to say of it. */
export interface SchemaPair {
  /** A tool name. */
  id: string;
  side: Side;
  /** What is changed: the name of a case. */
  subject: string;
  /** Where in the tool's schema: see `PLACES`. */
  place: string;
  move?: Move;
  /** Absent where the tool has no such schema. */
  before?: JsonSchema;
  after?: JsonSchema;
  /** Whether anyone can be broken by it. */
  expected: 'breaking' | 'safe';
}

/** A pair of schemas of one value. */
export interface ValueCase {
  subject: string;
  before: JsonSchema;
  after: JsonSchema;
}

/** An input that accepts less breaks its callers; an output that may be more, its readers. */
export function breaks(side: Side, move: Move): boolean {
  return (
    move === 'neither' || move === (side === 'input' ? 'narrowed' : 'widened')
  );
}

/** An object schema; properties are optional unless named as required. */
export function object(
  properties: JsonObject,
  rest: JsonObject = {},
): JsonObject {
  return { type: 'object', properties, ...rest };
}
