import type { JsonValue } from '../../canonical/JsonValue';
import type { Ratio } from './exactNumbers';
import type { SchemaNode } from './SchemaDocument';

export interface Bound {
  value: number;
  exclusive: boolean;
  keyword: string;
}

export const COUNT_KEYWORDS = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;
export type CountKeyword = (typeof COUNT_KEYWORDS)[number];

/** What a schema says of all properties that others do not describe. */
export interface Closer {
  schema: SchemaNode;
  /** `additionalProperties` or `unevaluatedProperties`. */
  keyword: string;
  /** Those that are certainly described. */
  names: ReadonlySet<string>;
  patterns: readonly string[];
  /** For `unevaluatedProperties` beside branches: what those may describe. */
  perhaps?: Reach;
}

/** What a schema describes in some case or other. */
export interface Reach {
  /** Of properties. */
  names: Set<string>;
  patterns: Set<string>;
  /** It may describe any name. */
  all: boolean;
  /** It lets any name pass. */
  open: boolean;
  /** Names that may be required, or have others required. */
  mentioned: Set<string>;
  /** It may describe items. */
  items: boolean;
  /** It lists values that have properties or items. */
  listed: boolean;
}

/** What a schema says of all items from a position on. */
export interface Tail {
  schema: SchemaNode;
  keyword: string;
  from: number;
  /** Which items it is about depends on the value. */
  depends: boolean;
}

/** Keywords that hold all at once and do not depend on one another. */
export class Core {
  readonly kind = 'core';
  never = false;
  types: number | undefined;
  values: { keyword: string; values: readonly JsonValue[] }[] | undefined;
  low: Bound | undefined;
  high: Bound | undefined;
  step: { ratio: Ratio; value: number } | undefined;
  counts: Partial<Record<CountKeyword, number>> | undefined;
  pattern: string | undefined;
  format: string | undefined;
  unique = false;
  prefix: SchemaNode[] | undefined;
  prefixKeyword = 'prefixItems';
  tail: Tail | undefined;
  contains: { schema: SchemaNode; min: number; max: number } | undefined;
  required: readonly string[] | undefined;
  properties: ReadonlyMap<string, SchemaNode> | undefined;
  patterns: ReadonlyMap<string, SchemaNode> | undefined;
  closer: Closer | undefined;
  propertyNames: SchemaNode | undefined;
  dependentRequired: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(readonly id: number, readonly node: SchemaNode) {}
}

/** `anyOf` or `oneOf`. */
export interface Union {
  kind: 'union';
  id: number;
  node: SchemaNode;
  keyword: 'anyOf' | 'oneOf';
  branches: readonly SchemaNode[];
}

export interface Not {
  kind: 'not';
  id: number;
  node: SchemaNode;
  schema: SchemaNode;
}

export interface Condition {
  kind: 'condition';
  id: number;
  node: SchemaNode;
  schema: SchemaNode;
  then: SchemaNode | undefined;
  else: SchemaNode | undefined;
  /** For the case in which the condition does not hold. */
  negated: Not;
}

/** With that property, the schema holds. */
export interface Dependent {
  kind: 'dependent';
  id: number;
  node: SchemaNode;
  keyword: string;
  name: string;
  schema: SchemaNode;
}

/** Something that can only be compared as text. */
export interface Opaque {
  kind: 'opaque';
  id: number;
  node: SchemaNode;
  keyword: string;
  /** Undefined: equal to nothing. */
  text: string | undefined;
}

/** Only these types: one case of a proof by cases. */
export interface TypeCase {
  kind: 'types';
  id: number;
  types: number;
}

/** With that property: one case of a proof by cases. */
export interface PresenceCase {
  kind: 'presence';
  id: number;
  name: string;
}

/**
 * In one case of an `anyOf`: other branches, which may hold as well. They say
 * nothing for certain, but what they describe is described where they hold.
 */
export interface Beside {
  kind: 'beside';
  id: number;
  branches: readonly SchemaNode[];
}

export type Element =
  | Core
  | Union
  | Not
  | Condition
  | Dependent
  | Opaque
  | TypeCase
  | PresenceCase
  | Beside;
