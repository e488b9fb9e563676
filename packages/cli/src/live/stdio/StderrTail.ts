const MAX_BYTES = 8192;

/** Keeps the end of what a process writes to stderr, to say why it ended. */
export class StderrTail {
  #tail = '';
  #cut = false;

  append(text: string): void {
    const all = this.#tail + text;
    this.#cut ||= all.length > MAX_BYTES;
    this.#tail = all.slice(-MAX_BYTES);
  }

  /**
   * The last line that says something: an error's own line rather than the
   * stack below it. A line that lost its beginning is not used, because half
   * of a secret would not be recognised as one.
   */
  lastLine(): string | undefined {
    const lines = (
      this.#cut ? this.#tail.split('\n').slice(1) : this.#tail.split('\n')
    )
      .map(line => line.trim())
      .filter(line => /\w/.test(line) && !/^(at |Node\.js v)/.test(line));
    const error = lines.filter(line => /^\w*(Error|Exception)\b/.test(line));
    return error.pop() ?? lines.pop();
  }
}
