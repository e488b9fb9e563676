import { OPENAPI_LIMITS } from './limits';

/** Sentences for people, each once, and not more than people read. */
export class Problems {
  readonly #sentences = new Set<string>();

  add(sentence: string): void {
    this.#sentences.add(sentence.slice(0, 500));
  }

  list(): string[] {
    const all = [...this.#sentences];
    const more = all.length - OPENAPI_LIMITS.maxProblems;
    return more > 0
      ? [...all.slice(0, OPENAPI_LIMITS.maxProblems), `And ${more} more.`]
      : all;
  }
}
