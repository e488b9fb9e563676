import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** What parsed JSON may be. */
export interface JsonBounds {
  maxDepth: number;
  /** Of objects, lists, and what is in them: a few bytes each, but much memory. */
  maxValues: number;
}

/**
 * Makes sure, before JSON is parsed, that it is not nested deeper, and has no
 * more in it, than anybody means it to.
 *
 * @param json - UTF-8, in which no byte of another character looks like these
 * @throws InputError when it is too deep
 * @throws PayloadTooLargeError when it holds too much
 */
export function checkJsonShape(json: Uint8Array, bounds: JsonBounds): void {
  const { maxDepth, maxValues } = bounds;
  let depth = 0;
  let values = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case QUOTE:
        at = endOfText(json, at + 1);
        break;
      case COMMA:
        values++;
        break;
      case OPENING_BRACE:
      case OPENING_BRACKET:
        values++;
        depth++;
        if (depth > maxDepth) {
          throw new InputError(
            `The body is nested deeper than ${maxDepth} levels; send it flatter.`,
          );
        }
        break;
      case CLOSING_BRACE:
      case CLOSING_BRACKET:
        depth--;
        break;
      default:
    }
  }
  if (values > maxValues) {
    throw new PayloadTooLargeError(
      `The body holds more than ${maxValues} values; send less at a time.`,
    );
  }
}

function endOfText(json: Uint8Array, start: number): number {
  let at = start;
  while (at < json.length && json[at] !== QUOTE) {
    at += json[at] === BACKSLASH ? 2 : 1;
  }
  return at;
}
