import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../canonical/JsonValue';
import {
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from '../../canonical/keywords';
import {
  createReferenceLocator,
  escapePointerPart,
  type LocateReference,
} from '../../schema/references';
import { dialectOf } from './dialects';

/** The keyword under a schema, and the name or the position there. */
type Step = readonly [keyword: string, key?: string | number];

/** A schema at its place in a document. */
export class SchemaNode {
  private place: string | undefined;

  /** @param step - from the parent; from the root, a whole pointer */
  constructor(
    readonly id: number,
    readonly document: SchemaDocument,
    readonly json: JsonSchema,
    private readonly parent: SchemaNode | undefined,
    private readonly step: Step,
  ) {}

  /** JSON pointer from the root of its document. */
  get pointer(): string {
    // Nested 200 deep at most, but through references from anywhere.
    this.place ??= this.parent
      ? this.parent.pointerTo(...this.step)
      : this.step[0];
    return this.place;
  }

  /** True for the place below that parent. */
  isAt(parent: SchemaNode | undefined, [keyword, key]: Step): boolean {
    if (this.parent === parent) {
      return this.step[0] === keyword && this.step[1] === key;
    }
    return this.pointer === (parent ? parent.pointerTo(keyword, key) : keyword);
  }

  /** Pointer of one of its keywords, or of a place within. */
  pointerTo(keyword: string, key?: string | number): string {
    const pointer = `${this.pointer}/${escapePointerPart(keyword)}`;
    return key === undefined
      ? pointer
      : `${pointer}/${escapePointerPart(String(key))}`;
  }

  /** Undefined when there is no schema at that keyword. */
  child(keyword: string, key?: string | number): SchemaNode | undefined {
    let value: JsonValue | undefined = isJsonObject(this.json)
      ? getOwn(this.json, keyword)
      : undefined;
    if (typeof key === 'number') {
      value = Array.isArray(value) ? value[key] : undefined;
    } else if (key !== undefined) {
      value = isJsonObject(value) ? getOwn(value, key) : undefined;
    }
    return typeof value === 'boolean' || isJsonObject(value)
      ? this.document.nodeAt(value, this, [keyword, key])
      : undefined;
  }
}

/** Gives ids that no two nodes of a comparison share. */
export type NextId = () => number;

/** One of the two schemas that are compared. */
export class SchemaDocument {
  readonly root: SchemaNode;
  /** Undefined when its keywords may mean anything. */
  readonly dialect: number | undefined;

  private readonly nodes = new Map<JsonObject, SchemaNode>();
  private readonly byReference = new Map<string, SchemaNode | undefined>();
  private readonly locate: LocateReference;
  private innerIds: boolean | undefined;

  constructor(schema: JsonSchema, private readonly nextId: NextId) {
    this.dialect = dialectOf(schema);
    this.locate = createReferenceLocator(schema);
    this.root = this.nodeAt(schema, undefined, ['']);
  }

  nodeAt(
    json: JsonSchema,
    parent: SchemaNode | undefined,
    step: Step,
  ): SchemaNode {
    if (typeof json === 'boolean') {
      return new SchemaNode(this.nextId(), this, json, parent, step);
    }
    const known = this.nodes.get(json);
    if (known?.isAt(parent, step)) {
      return known;
    }
    const node = new SchemaNode(this.nextId(), this, json, parent, step);
    if (!known) {
      // Who builds schemas in code may use one object in several places.
      this.nodes.set(json, node);
    }
    return node;
  }

  /** Undefined when it leads elsewhere, or nowhere. */
  resolve(reference: string): SchemaNode | undefined {
    if (!this.byReference.has(reference)) {
      const target = this.locate(reference);
      this.byReference.set(
        reference,
        target && this.nodeAt(target.schema, undefined, [target.pointer]),
      );
    }
    return this.byReference.get(reference);
  }

  /**
   * A schema inside has an `$id` of its own: references then mean places
   * relative to that one, which nobody sends and we do not follow.
   */
  get hasInnerIds(): boolean {
    this.innerIds ??= hasInnerId(this.root.json, this.dialect);
    return this.innerIds;
  }

  /** What the reference says, the same in two documents if it means the same. */
  nameOf(reference: string): string {
    if (reference.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(reference)) {
      return reference;
    }
    const id = isJsonObject(this.root.json)
      ? getOwn(this.root.json, '$id')
      : undefined;
    return `${reference} from ${typeof id === 'string' ? id : ''}`;
  }
}

function hasInnerId(root: JsonSchema, dialect: number | undefined): boolean {
  const idKeyword = dialect === 4 ? 'id' : '$id';
  const waiting: JsonValue[] = [root];
  while (waiting.length > 0) {
    const schema = waiting.pop()!;
    if (!isJsonObject(schema)) {
      continue;
    }
    if (schema !== root && typeof getOwn(schema, idKeyword) === 'string') {
      return true;
    }
    for (const keyword of Object.keys(schema)) {
      const value = schema[keyword];
      if (SCHEMA_MAP_KEYWORDS.has(keyword) && isJsonObject(value)) {
        waiting.push(...Object.values(value));
      } else if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
        waiting.push(...value);
      } else if (SCHEMA_KEYWORDS.has(keyword)) {
        waiting.push(value);
      }
    }
  }
  return false;
}
