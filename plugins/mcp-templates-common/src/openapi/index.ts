/** Where an OpenAPI document comes from: exactly one of the two. @public */
export type OpenApiSource = { document: string } | { url: string };

/**
 * The tool that an operation of an OpenAPI document becomes.
 * @public
 */
export interface OpenApiTool {
  /** snake_case, unique in the document, at most 64 characters. */
  name: string;
  title: string;
  description: string;
  /** JSON Schema 2020-12; the root is an object. */
  inputSchema: { [keyword: string]: unknown };
  /** JSON Schema 2020-12, where the operation says what it answers. */
  outputSchema?: { [keyword: string]: unknown };
  annotations: {
    readOnlyHint: boolean;
    destructiveHint: boolean;
    idempotentHint: boolean;
    openWorldHint: boolean;
  };
}

/** @public */
export interface OpenApiOperation {
  /** `GET /invoices/{id}`: names the operation in a form's choice. */
  id: string;
  method: string;
  path: string;
  summary: string;
  tags: string[];
  deprecated: boolean;
  /** Absent when no tool can be made of it; `problems` say why. */
  tool?: OpenApiTool;
  /** Sentences for people: what is left out, or why there is no tool. */
  problems: string[];
}

/** What was read from an OpenAPI document. @public */
export interface OpenApiReading {
  title: string;
  version: string;
  /** Of the document as it came: `2.0`, `3.0` or `3.1`. */
  format: string;
  /** The API's base URLs, absolute. */
  baseUrls: string[];
  operations: OpenApiOperation[];
  problems: string[];
}
