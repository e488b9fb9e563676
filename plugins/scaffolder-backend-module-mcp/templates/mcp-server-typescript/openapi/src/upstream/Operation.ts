/**
 * How a tool's arguments become a request to the API, and the API's response
 * the tool's answer: OpenAPI's words, as data. Change it where the API changes.
 */
export interface Operation {
  method: string;
  /** With `{name}` where a path parameter goes. */
  path: string;
  parameters: Parameter[];
  body?: Body;
  /**
   * MCP's structured content is an object for clients of every era: what the API
   * sends as it is (`object`), or under a name of its own.
   */
  answer: 'object' | 'items' | 'result' | 'text' | 'status';
}

export interface Parameter {
  /** What the tool calls it. */
  argument: string;
  /** What the API calls it. */
  name: string;
  in: 'path' | 'query' | 'header';
  /** As in OpenAPI; `json` is a value written as JSON. */
  style:
    | 'simple'
    | 'form'
    | 'spaceDelimited'
    | 'pipeDelimited'
    | 'deepObject'
    | 'json';
  explode: boolean;
}

export interface Body {
  mediaType: string;
  encoding: 'json' | 'form';
  /** Sent even when no argument of it is given. */
  required: boolean;
  /** The argument that is the body. */
  argument?: string;
  /** Or those that are its properties. */
  properties?: { name: string; style: 'form' | 'deepObject' }[];
}

/** The arguments of a call, checked against the tool's input schema. */
export type Arguments = Record<string, unknown>;
