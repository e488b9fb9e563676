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

/** A schema at its place in a document. */
export class SchemaNode {
  private place: string | undefined;

  constructor(
    readonly id: number,
    readonly document: SchemaDocument,
    readonly json: JsonSchema,
    private readonly parent: SchemaNode | undefined,
    private readonly path: string,
  ) {}

  /** True for the place below that parent. */
  isAt(parent: SchemaNode | undefined, path: string): boolean {
    return (
      (this.parent === parent && this.path === path) ||
      this.pointer === (parent ? parent.pointer + path : path)
    );
  }

  /** JSON pointer from the root of its document. */
  get pointer(): string {
    // Nested 200 deep at most, but through references from anywhere.
    this.place ??= this.parent ? this.parent.pointer + this.path : this.path;
    return this.place;
  }

  /** Pointer of one of its keywords, or of a place within. */
  pointerTo(...parts: (string | number)[]): string {
    return (
      this.pointer +
      parts.map(part => `/${escapePointerPart(String(part))}`).join('')
    );
  }

  /** Undefined when there is no schema at that keyword. */
  child(...parts: (string | number)[]): SchemaNode | undefined {
    let value: JsonValue | undefined = this.json;
    for (const part of parts) {
      if (Array.isArray(value)) {
        value = value[Number(part)];
      } else {
        value = isJsonObject(value) ? getOwn(value, String(part)) : undefined;
      }
    }
    if (typeof value !== 'boolean' && !isJsonObject(value)) {
      return undefined;
    }
    const path = parts
      .map(part => `/${escapePointerPart(String(part))}`)
      .join('');
    return this.document.nodeAt(value, this, path);
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
    this.root = this.nodeAt(schema, undefined, '');
  }

  nodeAt(
    json: JsonSchema,
    parent: SchemaNode | undefined,
    path: string,
  ): SchemaNode {
    if (typeof json === 'boolean') {
      return new SchemaNode(this.nextId(), this, json, parent, path);
    }
    const known = this.nodes.get(json);
    if (known?.isAt(parent, path)) {
      return known;
    }
    const node = new SchemaNode(this.nextId(), this, json, parent, path);
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
        target && this.nodeAt(target.schema, undefined, target.pointer),
      );
    }
    return this.byReference.get(reference);
  }

  /**
   * A schema inside has an `$id` of its own: references then mean places
   * relative to that one, which nobody sends and we do not follow.
   */
  get hasInnerIds(): boolean {
    this.innerIds ??= hasInnerId(this.root.json);
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

function hasInnerId(root: JsonSchema): boolean {
  const waiting: JsonValue[] = [root];
  while (waiting.length > 0) {
    const schema = waiting.pop()!;
    if (!isJsonObject(schema)) {
      continue;
    }
    const id = getOwn(schema, '$id') ?? getOwn(schema, 'id');
    if (schema !== root && typeof id === 'string') {
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
