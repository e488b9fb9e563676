/** A call of a tool, what the API should see of it, and what it sends back. */
export interface Case {
  tool: string;
  input: Record<string, unknown>;
  /** Decoded. */
  request: {
    method: string;
    path: string;
    query?: [name: string, value: string][];
    headers?: Record<string, string>;
    /** JSON, or the fields of a form. */
    body?: unknown;
  };
  /** Absent for a response without a body. */
  response?: unknown;
  output: Record<string, unknown>;
}
