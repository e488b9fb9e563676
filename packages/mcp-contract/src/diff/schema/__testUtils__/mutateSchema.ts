import {
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../../canonical/JsonValue';
import {
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from '../../../canonical/keywords';

type Pick = () => number;

type Edit = (schema: JsonObject, donor: JsonSchema, pick: Pick) => void;

const EDITS: readonly Edit[] = [
  function dropKeyword(schema, _, pick) {
    const keywords = Object.keys(schema).filter(key => key !== '$defs');
    delete schema[keywords[pick() % keywords.length]];
  },
  function takeKeyword(schema, donor, pick) {
    if (typeof donor !== 'boolean') {
      const keywords = Object.keys(donor).filter(key => key !== '$defs');
      const keyword = keywords[pick() % keywords.length];
      if (keyword) {
        schema[keyword] = donor[keyword];
      }
    }
  },
  function addBranch(schema, donor, pick) {
    const keyword = ['anyOf', 'oneOf', 'allOf'][pick() % 3];
    const branches = schema[keyword];
    schema[keyword] = [...(Array.isArray(branches) ? branches : []), donor];
  },
  function dropFromList(schema, _, pick) {
    const lists = Object.values(schema).filter(
      (value): value is JsonValue[] => Array.isArray(value) && value.length > 1,
    );
    const list = lists[pick() % lists.length];
    list?.splice(pick() % list.length, 1);
  },
  function turnNumber(schema, _, pick) {
    const keywords = Object.keys(schema).filter(
      key => typeof schema[key] === 'number',
    );
    const keyword = keywords[pick() % keywords.length];
    if (keyword) {
      schema[keyword] = Math.max(0, Number(schema[keyword]) + (pick() % 3) - 1);
    }
  },
  function declareProperty(schema, donor, pick) {
    const properties = isJsonObject(schema.properties) ? schema.properties : {};
    schema.properties = { ...properties, [pick() % 2 ? 'a' : 'b']: donor };
  },
  function closeObject(schema, donor, pick) {
    schema.additionalProperties = pick() % 2 ? donor : false;
  },
  function wrap(schema, donor, pick) {
    const inner = { ...schema };
    delete inner.$defs;
    for (const key of Object.keys(inner)) {
      delete schema[key];
    }
    const keyword = ['anyOf', 'oneOf', 'allOf', 'not'][pick() % 4];
    if (keyword === 'not') {
      schema.not = { not: inner };
    } else {
      schema[keyword] = pick() % 2 ? [inner] : [inner, donor];
    }
  },
  function nullable(schema) {
    if (typeof schema.type === 'string' && schema.type !== 'null') {
      schema.type = [schema.type, 'null'];
    }
  },
];

/** Makes one small edit, as a developer would, somewhere in a schema. */
export function mutateSchema(
  schema: JsonObject,
  donor: JsonSchema,
  pick: Pick,
): JsonObject {
  const copy = structuredClone(schema);
  const places = schemasWithin(copy);
  const place = places[pick() % places.length];
  EDITS[pick() % EDITS.length](place, structuredClone(donor), pick);
  return copy;
}

/** All schema objects in a schema, the root first. */
export function schemasWithin(root: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  const waiting: JsonValue[] = [root];
  while (waiting.length > 0) {
    const schema = waiting.shift()!;
    if (!isJsonObject(schema)) {
      continue;
    }
    found.push(schema);
    for (const [keyword, value] of Object.entries(schema)) {
      if (SCHEMA_MAP_KEYWORDS.has(keyword) && isJsonObject(value)) {
        waiting.push(...Object.values(value));
      } else if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
        waiting.push(...value);
      } else if (SCHEMA_KEYWORDS.has(keyword)) {
        waiting.push(value);
      }
    }
  }
  return found;
}
