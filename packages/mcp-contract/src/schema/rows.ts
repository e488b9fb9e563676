/**
 * One line of a schema's description for a page.
 * @public
 */
export interface SchemaRow {
  /** For people: `filter.tags[]`, `matrix[][]`, `labels.*`; empty for the root. */
  path: string;
  /** 0 for the root's own properties. */
  depth: number;
  /** The last part of `path`: a property's name, `[]`, `*`, or a branch like `anyOf 1`. */
  name: string;
  /** For people: `string`, `integer | null`, `array of string`, `any`, `never`. */
  type: string;
  /** True when the property must be there. */
  required: boolean;
  title?: string;
  description?: string;
  /** As JSON text. */
  default?: string;
  /** The allowed values, each as JSON text; a `const` is one value. */
  enum?: string[];
  /** For people: `≥ 1`, `length 1 to 20`, `pattern ^a`, `format uri`. */
  constraints: string[];
  deprecated?: boolean;
  /** Set when the row's content is not shown, and why. */
  cut?: 'cycle' | 'depth' | 'unresolved-ref';
  /** The `$ref` that was followed, or could not be. */
  ref?: string;
}

/**
 * A schema as rows.
 * @public
 */
export interface SchemaDescription {
  /** The root itself: its type, description, constraints. */
  root: SchemaRow;
  rows: SchemaRow[];
  /** True when there were more rows than asked for. */
  truncated: boolean;
}
