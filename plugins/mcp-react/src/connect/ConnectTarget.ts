/**
 * A value that the person who connects has to give.
 * @public
 */
export interface AskedInput {
  /** For an environment variable its name, for an argument its hint. */
  name: string;
  description?: string;
  secret: boolean;
  default?: string;
}

/** An argument: a text as it is, or one that is asked for. @public */
export type Argument = string | { prefix: string; input: AskedInput };

/** An environment variable with a fixed value, or one that is asked for. @public */
export type EnvironmentVariable =
  | { name: string; value: string }
  | { name: string; input: AskedInput };

/** A server that the client starts itself. @public */
export interface StdioTarget {
  kind: 'stdio';
  /** Names the way among several: `npm package`. */
  label: string;
  command: string;
  args: Argument[];
  env: EnvironmentVariable[];
}

/** A server that runs somewhere and is called. @public */
export interface HttpTarget {
  kind: 'streamable-http' | 'sse';
  label: string;
  url: string;
}

/** One way to reach a server. @public */
export type ConnectTarget = StdioTarget | HttpTarget;

/** What a server's declaration says of connecting to it. @public */
export interface ConnectOptions {
  targets: ConnectTarget[];
  /** What could not be derived, and why, in sentences. */
  notes: string[];
}
