import {
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../canonical/JsonValue';
import { childrenOf } from './children';
import { constraintTexts } from './constraints';
import { collectFacets, type Facets, firstOf, firstText } from './facets';
import { createReferenceResolver, type ResolveReference } from './references';
import type { SchemaDescription, SchemaRow } from './rows';
import { allowedValues, typeText } from './typeText';

/**
 * How much of a schema to describe.
 * @public
 */
export interface DescribeSchemaOptions {
  /** Default 200. */
  maxRows?: number;
  /** Levels of rows below the root; default 8. */
  maxDepth?: number;
}

/** Longer lists of values are for the raw schema, not for a table. */
const MAX_VALUES = 100;
const MAX_VALUE_CHARS = 500;

interface Walk {
  resolve: ResolveReference;
  maxRows: number;
  maxDepth: number;
  rows: SchemaRow[];
  truncated: boolean;
}

/**
 * Flattens a JSON Schema into rows for a table. References are followed within
 * the schema; a cycle, too much depth and a reference that leads elsewhere are
 * marked in the row's `cut`. Its work is bounded, whatever the schema. Never
 * throws for JSON: what is no valid schema is described as far as it goes.
 *
 * @public
 */
export function describeSchema(
  schema: JsonSchema,
  options: DescribeSchemaOptions = {},
): SchemaDescription {
  const { maxRows = 200, maxDepth = 8 } = options;
  const walk: Walk = {
    resolve: createReferenceResolver(schema),
    maxRows,
    maxDepth,
    rows: [],
    truncated: false,
  };
  const facets = collectFacets(schema, walk.resolve);
  const root = toRow(facets, walk.resolve, {
    path: '',
    name: '',
    depth: 0,
    required: true,
  });
  addChildren(facets, root, 0, new Set(facets.schemas), walk);
  return { root, rows: walk.rows, truncated: walk.truncated };
}

function addChildren(
  facets: Facets,
  parent: SchemaRow,
  depth: number,
  ancestors: ReadonlySet<JsonObject>,
  walk: Walk,
): void {
  for (const child of childrenOf(facets, parent.path)) {
    if (walk.rows.length >= walk.maxRows) {
      walk.truncated = true;
      return;
    }
    if (depth >= walk.maxDepth) {
      parent.cut = 'depth';
      return;
    }
    const childFacets = collectFacets(child.schema, walk.resolve);
    const row = toRow(childFacets, walk.resolve, { ...child, depth });
    walk.rows.push(row);
    if (childFacets.schemas.some(part => ancestors.has(part))) {
      row.cut = 'cycle';
    } else {
      addChildren(
        childFacets,
        row,
        depth + 1,
        new Set([...ancestors, ...childFacets.schemas]),
        walk,
      );
    }
  }
}

function toRow(
  facets: Facets,
  resolve: ResolveReference,
  place: Pick<SchemaRow, 'path' | 'name' | 'depth' | 'required'>,
): SchemaRow {
  const { path, name, depth, required } = place;
  const row: SchemaRow = {
    path,
    depth,
    name,
    type: typeText(facets, resolve),
    required,
    constraints: constraintTexts(facets),
  };
  const title = firstText(facets, 'title');
  const description = firstText(facets, 'description');
  const fallback = firstOf(facets, 'default');
  const values = allowedValues(facets);
  if (title !== undefined) {
    row.title = title;
  }
  if (description !== undefined) {
    row.description = description;
  }
  if (fallback !== undefined) {
    row.default = valueText(fallback);
  }
  if (values) {
    row.enum = values.slice(0, MAX_VALUES).map(valueText);
    if (values.length > MAX_VALUES) {
      row.constraints.push(`one of ${values.length} values`);
    }
  }
  if (firstOf(facets, 'deprecated') === true) {
    row.deprecated = true;
  }
  if (facets.ref !== undefined) {
    row.ref = facets.ref;
  }
  if (facets.unresolved) {
    row.cut = 'unresolved-ref';
  }
  return row;
}

function valueText(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= MAX_VALUE_CHARS
    ? text
    : `${text.slice(0, MAX_VALUE_CHARS)}…`;
}
