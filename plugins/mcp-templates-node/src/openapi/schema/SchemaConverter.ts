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
/** Of `allOf` and the like; a list with more says nothing to a model. */
const MAX_BRANCHES = 100;
const MAX_REQUIRED = 300;
/** Looked through for what they hide. */
const MAX_INHERITED = 100;

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
    const converted = {
      $ref: `#/$defs/${name}`,
      ...scalarKeywords(beside, this.#side),
    };
    this.#size += JSON.stringify(converted).length;
    return converted;
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
      const list = this.#branchesAt(schema, keyword);
      if (list.length > 0) {
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
    let isCut = false;
    if (properties) {
      const kept: JsonObject = {};
      for (const [name, property] of Object.entries(properties)) {
        if (this.#size > 2 * this.#maxSize) {
          isCut = true;
          this.#noteCut();
          break;
        }
        if (!hidden.has(name)) {
          this.#size += name.length + 4;
          kept[name] = this.convertProperty(name, property);
        }
      }
      converted.properties = kept;
    }
    const required = valueAt(schema, 'required');
    const names = (Array.isArray(required) ? required : []).filter(
      name =>
        typeof name === 'string' &&
        !hidden.has(name) &&
        !(isCut && !Object.hasOwn(converted.properties as object, name)),
    );
    if (names.length > 0 && names.length <= MAX_REQUIRED) {
      converted.required = [...new Set(names)];
    }
    const patterns = objectAt(schema, 'patternProperties');
    if (patterns && Object.keys(patterns).length <= MAX_BRANCHES) {
      converted.patternProperties = Object.fromEntries(
        Object.entries(patterns)
          .filter(([pattern]) => isPattern(pattern))
          .map(([pattern, inner]) => [pattern, this.convert(inner)]),
      );
    }
    const others = valueAt(schema, 'additionalProperties');
    if (isObject(others)) {
      converted.additionalProperties = this.convert(others);
    } else if (others === false && this.#side === 'input' && !isCut) {
      // Of an answer it would make an error of what the API adds one day.
      converted.additionalProperties = false;
    }
  }

  /** Also those that `allOf` brings in: a `required` beside it names them. */
  #hiddenNames(
    schema: JsonObject,
    depth = 0,
    seen = new Set<JsonObject>(),
  ): Set<string> {
    // Schemas can bring in each other, and themselves, many times.
    if (seen.has(schema) || seen.size >= MAX_INHERITED) {
      return new Set();
    }
    seen.add(schema);
    const own = Object.entries(objectAt(schema, 'properties') ?? {})
      .filter(([, property]) => this.isHidden(property))
      .map(([name]) => name);
    const inherited =
      depth < 4
        ? listAt(schema, 'allOf')
            .slice(0, MAX_BRANCHES)
            .flatMap(item => [
              ...this.#hiddenNames(
                this.#document.object(item) ?? {},
                depth + 1,
                seen,
              ),
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
    const choices = CHOICES.map(keyword =>
      this.#branchesAt(schema, keyword),
    ).filter(list => list.length > 0);
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
      const list = this.#branchesAt(schema, 'items');
      if (list.length > 0) {
        converted.prefixItems = list.map(item => this.convert(item));
      }
    } else if (items !== undefined) {
      converted.items = this.convert(items);
    }
  }

  /** None of a list that is too long: without it, more is allowed. */
  #branchesAt(schema: JsonObject, keyword: string): JsonValue[] {
    const list = listAt(schema, keyword);
    if (list.length <= MAX_BRANCHES) {
      return list;
    }
    this.#noteCut();
    return [];
  }

  #cut(schema: JsonObject): JsonObject {
    this.#noteCut();
    const description = textAt(schema, 'description');
    return description ? { description: bounded(description, 200) } : {};
  }

  #noteCut(): void {
    this.#problems.add(
      this.#side === 'input'
        ? 'Its arguments are described in more detail than a model should read: the innermost allow any value.'
        : 'Its answer is described in more detail than is worth reading: the innermost may be any value.',
    );
  }
}
