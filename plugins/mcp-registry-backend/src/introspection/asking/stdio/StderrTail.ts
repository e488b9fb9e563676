const MAX_BYTES = 8192;

/** Keeps the end of what a process writes to stderr, to say why it ended. */
export class StderrTail {
  #tail = '';
  #cut = false;

  append(chunk: Buffer): void {
    const text = this.#tail + chunk.toString('utf8');
    this.#cut ||= text.length > MAX_BYTES;
    this.#tail = text.slice(-MAX_BYTES);
  }

  /**
   * The last line that says something. A line that lost its beginning is not
   * used: half of a secret would not be recognised as one.
   */
  lastLine(): string | undefined {
    const lines = this.#tail.split('\n');
    return (this.#cut ? lines.slice(1) : lines)
      .map(line => line.trim())
      .filter(line => /\w/.test(line) && !/^(at |Node\.js v)/.test(line))
      .pop();
  }
}
