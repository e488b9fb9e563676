/** Where a value of the JSON stands; both lines belong to it. */
export interface LineRange {
  first: number;
  last: number;
}

/** One line of a JSON text. */
export interface JsonLine {
  text: string;
  /** JSON pointer of the value that begins, ends or stands here. */
  pointer: string;
  /**
   * The same for the same line in another version of the value, wherever it
   * stands in its array, and with or without a comma behind it.
   */
  identity: string;
}

/** A value as indented JSON, with the lines of each of its parts. */
export interface JsonText {
  lines: JsonLine[];
  ranges: Map<string, LineRange>;
}

/** What is read first in a tool, a prompt or a schema, before all else. */
const FIRST = [
  'name',
  'uri',
  'uriTemplate',
  'title',
  'description',
  'type',
  'required',
  'properties',
];
/** What is read last. */
const LAST = ['inputSchema', 'outputSchema', 'annotations', 'icons', '$defs'];

/** Their keys are names that people gave, so they keep their order. */
const MAPS = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'dependentRequired',
]);

/** Writes a value as people read it, and says where each part of it stands. */
export function writeJsonLines(value: unknown): JsonText {
  const lines: JsonLine[] = [];
  const ranges = new Map<string, LineRange>();

  const write = (given: {
    value: unknown;
    pointer: string;
    /** The pointer with `*` for each index of an array. */
    place: string;
    indent: string;
    label: string;
    comma: string;
    isMap: boolean;
  }) => {
    const { pointer, place, indent, label, comma } = given;
    const first = lines.length;
    const add = (text: string, end: string) =>
      lines.push({
        text: indent + text + end,
        pointer,
        identity: `${place} ${text}`,
      });
    const parts = partsOf(given.value, given.isMap);
    if (!parts || parts.length === 0) {
      add(label + JSON.stringify(given.value), comma);
    } else {
      const isArray = Array.isArray(given.value);
      add(`${label}${isArray ? '[' : '{'}`, '');
      parts.forEach(([key, part], index) =>
        write({
          value: part,
          pointer: `${pointer}/${escapeKey(key)}`,
          place: `${place}/${isArray ? '*' : escapeKey(key)}`,
          indent: `${indent}  `,
          label: isArray ? '' : `${JSON.stringify(key)}: `,
          comma: index < parts.length - 1 ? ',' : '',
          isMap: !given.isMap && !isArray && MAPS.has(key),
        }),
      );
      add(isArray ? ']' : '}', comma);
    }
    ranges.set(pointer, { first, last: lines.length - 1 });
  };
  write({
    value,
    pointer: '',
    place: '',
    indent: '',
    label: '',
    comma: '',
    isMap: false,
  });
  return { lines, ranges };
}

/** The parts of an object or array, in the order in which they are written. */
function partsOf(
  value: unknown,
  isMap: boolean,
): [string, unknown][] | undefined {
  if (Array.isArray(value)) {
    return value.map((item, index) => [String(index), item]);
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return isMap ? parts : parts.sort(([a], [b]) => rank(a) - rank(b));
}

function rank(key: string): number {
  const first = FIRST.indexOf(key);
  if (first >= 0) {
    return first;
  }
  const last = LAST.indexOf(key);
  return FIRST.length + (last >= 0 ? last + 1 : 0);
}

/** RFC 6901, section 3. */
function escapeKey(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
