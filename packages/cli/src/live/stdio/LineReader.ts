/** Splits a stream into lines; whoever appends bounds the bytes. */
export class LineReader {
  #pending: Buffer[] = [];

  /** The lines that this chunk completes. */
  *append(chunk: Buffer): Generator<string> {
    let from = 0;
    for (
      let at = chunk.indexOf(10);
      at >= 0;
      from = at + 1, at = chunk.indexOf(10, from)
    ) {
      this.#pending.push(chunk.subarray(from, at));
      const line = Buffer.concat(this.#pending).toString('utf8');
      this.#pending = [];
      yield line;
    }
    this.#pending.push(chunk.subarray(from));
  }
}
