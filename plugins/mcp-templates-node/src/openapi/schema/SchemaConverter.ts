import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  objectAt,
  textAt,
  valueAt,
} from '../json';
import { OPENAPI_LIMITS } from '../limits';
import { type OpenApiDocument, segmentsOf } from '../OpenApiDocument';
import type { Problems } from '../Problems';
import { bounded, describedByName } from '../texts';
import { isPattern, isPlain, scalarKeywords } from './scalarKeywords';

const LISTS = ['allOf', 'prefixItems'];
/** Branches seldom exclude each other where a document says so: the API decides. */
const CHOICES = ['anyOf', 'oneOf'];
const SCHEMAS = ['contains', 'propertyNames', 'if', 'then', 'else', 'not'];
const MAX_NAME_LENGTH = 64;

/** For whom a schema is: who calls a tool, or who reads its answer. */
export type Side = 'input' | 'output';

/**
 * Makes JSON Schema 2020-12 of the schemas of one side of one operation.
 * References become references into `$defs`, so that a schema which refers to
 * itself stays finite; what lies beyond the bounds is left open.
 */
export class SchemaConverter {
  readonly #document: OpenApiDocument;
  readonly #side: Side;
  readonly #problems: Problems;
  readonly #maxSize: number;
  readonly #names = new Map<JsonValue, string>();
  readonly #waiting: [name: string, schema: JsonObject][] = [];
  #size = 0;

  constructor(options: {
    document: OpenApiDocument;
    side: Side;
    problems: Problems;
  }) {
    this.#document = options.document;
    this.#side = options.side;
    this.#problems = options.problems;
    this.#maxSize =
      options.side === 'input'
        ? OPENAPI_LIMITS.maxInputSchemaSize
        : OPENAPI_LIMITS.maxOutputSchemaSize;
  }

  /** A schema within the tool's; its references are kept for {@link SchemaConverter.definitions}. */
  convert(schema: JsonValue | undefined): JsonObject {
    if (schema === false) {
      return { not: {} };
    }
    if (!isObject(schema)) {
      return {};
    }
    const { $ref: reference, ...own } = schema;
    return typeof reference === 'string'
      ? this.#convertReference(schema, own)
      : this.#convertOwn(own);
  }

  /** The schema that a tool's begins with: itself, and not a reference to it. */
  convertRoot(schema: JsonObject): JsonObject {
    return this.#convertOwn(schema);
  }

  /** What the converted schemas refer to. Asked for once, at the end. */
  definitions(): JsonObject {
    const definitions: JsonObject = {};
    // Grows while it is walked: definitions refer to each other.
    for (const [name, schema] of this.#waiting) {
      definitions[name] = this.#convertOwn(schema);
    }
    return definitions;
  }

  #convertReference(schema: JsonObject, beside: JsonObject): JsonObject {
    const target = this.#document.follow(schema);
    if (!target || !isObject(target.value)) {
      const { $ref } = schema;
      this.#problems.add(
        target
          ? `The schema ${JSON.stringify($ref)} allows anything.`
          : `It refers to ${JSON.stringify(
              $ref,
            )}, which is not in the document: any value is allowed there.`,
      );
      return scalarKeywords(beside, this.#side);
    }
    if (isPlain(target.value)) {
      return this.#convertOwn({ ...target.value, ...beside });
    }
    const name = this.#define(target.value, target.reference ?? '');
    if (name === undefined) {
      return this.#cut({ ...target.value, ...beside });
    }
    return {
      $ref: `#/$defs/${name}`,
      ...scalarKeywords(beside, this.#side),
    };
  }

  /** Undefined when there is no room left. */
  #define(schema: JsonObject, reference: string): string | undefined {
    const known = this.#names.get(schema);
    if (known !== undefined) {
      return known;
    }
    if (this.#size > this.#maxSize * 0.75) {
      return undefined;
    }
    const wanted =
      (segmentsOf(reference).at(-1) ?? '')
        .replace(/[^A-Za-z0-9_.-]+/g, '_')
        .slice(0, MAX_NAME_LENGTH) || 'Schema';
    const taken = new Set(this.#names.values());
    let name = wanted;
    for (let count = 2; taken.has(name); count++) {
      name = `${wanted}_${count}`;
    }
    this.#names.set(schema, name);
    this.#waiting.push([name, schema]);
    return name;
  }

  #convertOwn(schema: JsonObject): JsonObject {
    if (this.#size > this.#maxSize) {
      return this.#cut(schema);
    }
    const converted = scalarKeywords(schema, this.#side);
    this.#size += JSON.stringify(converted).length + 4;
    this.#convertProperties(schema, converted);
    for (const keyword of LISTS) {
      const list = valueAt(schema, keyword);
      if (Array.isArray(list) && list.length > 0) {
        converted[keyword] = list.map(item => this.convert(item));
      }
    }
    this.#convertChoices(schema, converted);
    for (const keyword of SCHEMAS) {
      const inner = valueAt(schema, keyword);
      if (inner !== undefined) {
        converted[keyword] = this.convert(inner);
      }
    }
    this.#convertItems(schema, converted);
    return converted;
  }

  #convertProperties(schema: JsonObject, converted: JsonObject): void {
    const properties = objectAt(schema, 'properties');
    const hidden = this.#hiddenNames(schema);
    if (properties) {
      const kept: JsonObject = {};
      for (const [name, property] of Object.entries(properties)) {
        if (!hidden.has(name)) {
          this.#size += name.length + 4;
          kept[name] = this.convertProperty(name, property);
        }
      }
      converted.properties = kept;
    }
    const required = valueAt(schema, 'required');
    const names = (Array.isArray(required) ? required : []).filter(
      name => typeof name === 'string' && !hidden.has(name),
    );
    if (names.length > 0) {
      converted.required = [...new Set(names)];
    }
    const patterns = objectAt(schema, 'patternProperties');
    if (patterns) {
      converted.patternProperties = Object.fromEntries(
        Object.entries(patterns)
          .filter(([pattern]) => isPattern(pattern))
          .map(([pattern, inner]) => [pattern, this.convert(inner)]),
      );
    }
    const others = valueAt(schema, 'additionalProperties');
    if (isObject(others)) {
      converted.additionalProperties = this.convert(others);
    } else if (others === false && this.#side === 'input') {
      // Of an answer it would make an error of what the API adds one day.
      converted.additionalProperties = false;
    }
  }

  /** Also those that `allOf` brings in: a `required` beside it names them. */
  #hiddenNames(schema: JsonObject, depth = 0): Set<string> {
    const own = Object.entries(objectAt(schema, 'properties') ?? {})
      .filter(([, property]) => this.isHidden(property))
      .map(([name]) => name);
    const inherited =
      depth < 4
        ? listAt(schema, 'allOf').flatMap(item => [
            ...this.#hiddenNames(this.#document.object(item) ?? {}, depth + 1),
          ])
        : [];
    return new Set([...own, ...inherited]);
  }

  /** Whether a property is not for this side: `readOnly`, `writeOnly`. */
  isHidden(property: JsonValue | undefined): boolean {
    const keyword = this.#side === 'input' ? 'readOnly' : 'writeOnly';
    const own = isObject(property) ? property : undefined;
    return (
      property === false ||
      valueAt(own, keyword) === true ||
      valueAt(this.#document.object(own), keyword) === true
    );
  }

  /** A property that a caller fills in is never without a description. */
  convertProperty(name: string, property: JsonValue): JsonObject {
    const converted = this.convert(property);
    if (this.#side === 'input' && !this.isDescribed(property)) {
      converted.description = describedByName(name, '');
    }
    return converted;
  }

  /** Whether the document describes it, there or where it refers to. */
  isDescribed(schema: JsonValue | undefined): boolean {
    const own = isObject(schema) ? schema : undefined;
    return (
      textAt(own, 'description') !== undefined ||
      textAt(this.#document.object(own), 'description') !== undefined
    );
  }

  #convertChoices(schema: JsonObject, converted: JsonObject): void {
    const choices = CHOICES.map(keyword => valueAt(schema, keyword)).filter(
      (list): list is JsonValue[] => Array.isArray(list) && list.length > 0,
    );
    const [first, second] = choices.map(list =>
      list.map(item => this.convert(item)),
    );
    if (first) {
      converted.anyOf = first;
    }
    if (second) {
      const all = Array.isArray(converted.allOf) ? converted.allOf : [];
      converted.allOf = [...all, { anyOf: second }];
    }
  }

  #convertItems(schema: JsonObject, converted: JsonObject): void {
    const items = valueAt(schema, 'items');
    if (Array.isArray(items)) {
      if (items.length > 0) {
        converted.prefixItems = items.map(item => this.convert(item));
      }
    } else if (items !== undefined) {
      converted.items = this.convert(items);
    }
  }

  #cut(schema: JsonObject): JsonObject {
    this.#problems.add(
      this.#side === 'input'
        ? 'Its arguments are described in more detail than a model should read: the innermost allow any value.'
        : 'Its answer is described in more detail than is worth reading: the innermost may be any value.',
    );
    const description = textAt(schema, 'description');
    return description ? { description: bounded(description, 200) } : {};
  }
}
