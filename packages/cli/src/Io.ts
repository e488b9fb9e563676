import type { Readable } from 'node:stream';

/** What the program reads from and writes to. */
export interface Io {
  stdin: Readable;
  stdout: Output;
  stderr: Output;
  env: { readonly [name: string]: string | undefined };
  fetch: typeof fetch;
  /** Ends whatever is under way. */
  signal?: AbortSignal;
}

/** One of the program's two outputs. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}
