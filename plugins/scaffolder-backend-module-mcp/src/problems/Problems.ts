import { InputError } from '@backstage/errors';

import { withoutStack } from './withoutStack';

/** Gathers what is wrong, so that a person hears of all of it at once. */
export class Problems {
  readonly #found: string[] = [];

  /** @param about - the field of the form */
  add(about: string, message: string): void {
    this.#found.push(`${about}: ${message}`);
  }

  /** @throws InputError when something is wrong */
  throwIfAny(summary: string): void {
    if (this.#found.length > 0) {
      throw withoutStack(
        new InputError([summary, ...asList(this.#found)].join('\n')),
      );
    }
  }
}

/** One line for each. */
export function asList(items: string[]): string[] {
  return items.map(item => `- ${item}`);
}
