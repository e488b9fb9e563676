import type { JsonValue } from '../../canonical/JsonValue';

/**
 * One difference between two schemas, as the rule of that id sees it.
 */
export interface SchemaFinding {
  /** Id of one of `SCHEMA_RULES`. */
  rule: string;
  /** A place after the change, unless it is gone; then before. */
  pointer: string;
  beforePointer?: string;
  afterPointer?: string;
  before?: JsonValue;
  after?: JsonValue;
  /** A sentence for people, without the tool's name. */
  message: string;
}
