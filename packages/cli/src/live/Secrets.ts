/** Shorter values would turn half of a message into asterisks. */
const MIN_LENGTH = 4;
/** In a long text, a shorter value may be there by chance. */
const MIN_LENGTH_IN_CONTRACT = 8;
/** The words before a secret in a header are no secret. */
const SCHEME = /^(bearer|basic|token|apikey)$/i;

/**
 * The secret values that a run was given. A server may say back what it was
 * sent, so whatever is written passes through here.
 */
export class Secrets {
  readonly #forms = new Set<string>();

  /** Remembers a value in each form in which it could come back. */
  add(value: string): void {
    for (const part of [value, ...value.split(/\s+/)]) {
      if (part.length >= MIN_LENGTH && !SCHEME.test(part)) {
        this.#forms.add(part);
        this.#forms.add(JSON.stringify(part).slice(1, -1));
        this.#forms.add(encodeURIComponent(part));
        this.#forms.add(Buffer.from(part).toString('base64'));
        this.#forms.add(Buffer.from(part).toString('base64url'));
      }
    }
  }

  /** Takes the values out of a message. */
  redact(text: string): string {
    return this.#redact(text, MIN_LENGTH);
  }

  /** Takes the values out of a contract's text. */
  redactContract(text: string): string {
    return this.#redact(text, MIN_LENGTH_IN_CONTRACT);
  }

  #redact(text: string, minLength: number): string {
    // The longest first, so that one value within another leaves no remainder.
    return [...this.#forms]
      .filter(form => form.length >= minLength)
      .sort((a, b) => b.length - a.length)
      .reduce((rest, form) => rest.split(form).join('***'), text);
  }
}
