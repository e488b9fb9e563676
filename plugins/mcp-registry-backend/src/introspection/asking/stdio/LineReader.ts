import { AskError } from '../attempt/AskError';

/** Splits a stream into lines, and gives up on one that does not end. */
export class LineReader {
  #pending: Buffer[] = [];
  #pendingBytes = 0;

  constructor(private readonly maxLineBytes: number) {}

  /** The lines that this chunk completes. */
  *append(chunk: Buffer): Generator<string> {
    let from = 0;
    for (
      let at = chunk.indexOf(10);
      at >= 0;
      from = at + 1, at = chunk.indexOf(10, from)
    ) {
      this.#push(chunk.subarray(from, at));
      const line = Buffer.concat(this.#pending).toString('utf8');
      this.#pending = [];
      this.#pendingBytes = 0;
      yield line;
    }
    this.#push(chunk.subarray(from));
  }

  #push(part: Buffer) {
    this.#pending.push(part);
    this.#pendingBytes += part.length;
    if (this.#pendingBytes > this.maxLineBytes) {
      this.#pending = [];
      throw new AskError(
        'too-large',
        `The server wrote a line of more than ${this.maxLineBytes} bytes. If that is what it offers, raise mcpRegistry.introspection.maxResponseBytes.`,
      );
    }
  }
}
