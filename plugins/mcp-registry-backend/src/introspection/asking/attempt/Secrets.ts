/** Shorter values would turn half of a message into asterisks. */
const MIN_SECRET_LENGTH = 4;
/** The words before a secret in a header are no secret. */
const SCHEME = /^(bearer|basic|token|apikey)$/i;

/**
 * The secret values that took part in asking one server. A server may say back
 * what it was sent, so every message passes through here before it leaves.
 */
export class Secrets {
  readonly #forms = new Set<string>();

  /** Remembers a value in each form in which it could come back. */
  add(value: string): void {
    for (const part of [value, ...value.split(/\s+/)]) {
      if (part.length >= MIN_SECRET_LENGTH && !SCHEME.test(part)) {
        this.#forms.add(part);
        this.#forms.add(JSON.stringify(part).slice(1, -1));
        this.#forms.add(encodeURIComponent(part));
        this.#forms.add(Buffer.from(part).toString('base64'));
        this.#forms.add(Buffer.from(part).toString('base64url'));
        this.#forms.add(Buffer.from(part).toString('hex'));
      }
    }
  }

  /**
   * Takes the values out of a text.
   *
   * @param minLength - leaves shorter values alone, which may be in a long text
   *   by chance
   */
  redact(text: string, minLength = 0): string {
    // The longest first, so that one value within another leaves no remainder.
    return [...this.#forms]
      .filter(form => form.length >= minLength)
      .sort((a, b) => b.length - a.length)
      .reduce((rest, form) => rest.split(form).join('***'), text);
  }
}
