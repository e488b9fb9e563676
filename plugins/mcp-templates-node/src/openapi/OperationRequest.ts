/**
 * How an argument is written into a request: the styles of OpenAPI, and `json`
 * for a parameter that is described by a media type.
 * @public
 */
export type ParameterStyle =
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'json';

/**
 * An argument of a tool that becomes a parameter of a request.
 * @public
 */
export interface RequestParameter {
  /** What the tool calls it. */
  argument: string;
  /** What the API calls it. */
  name: string;
  in: 'path' | 'query' | 'header';
  style: ParameterStyle;
  explode: boolean;
}

/**
 * The body of a request: one argument, or an object of several.
 * @public
 */
export type RequestBody = {
  mediaType: string;
  encoding: 'json' | 'form';
  /** Sent even when no argument of it is given. */
  required: boolean;
} & (
  | { argument: string }
  | {
      /** Of a form: those written as `a[b]=c`. */
      properties: { name: string; style: 'form' | 'deepObject' }[];
    }
);

/**
 * How an answer becomes a tool's structured content, which is an object for
 * clients of every era: as it is, or under `items`, `result`, `text` or, where
 * there is nothing to read, `status`.
 * @public
 */
export type AnswerShape = 'object' | 'items' | 'result' | 'text' | 'status';

/**
 * How a tool's arguments become a request, and the response its answer.
 * @public
 */
export interface OperationRequest {
  /** In upper case. */
  method: string;
  /** With `{name}` where a path parameter goes. */
  path: string;
  parameters: RequestParameter[];
  body?: RequestBody;
  answer: AnswerShape;
}
