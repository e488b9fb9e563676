import type { JsonObject } from './json';

const VALID = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/;

/**
 * The arguments of one tool. Their names are what models' vendors accept for a
 * property: letters, digits, `_`, `.` and `-`, at most 64.
 */
export class Arguments {
  readonly #properties = new Map<string, JsonObject>();
  readonly #required: string[] = [];

  has(name: string): boolean {
    return this.#properties.has(name);
  }

  /** Whether an argument may have just this name. */
  isFree(name: string): boolean {
    return VALID.test(name) && name !== '__proto__' && !this.has(name);
  }

  /** @returns the name that it got. */
  add(options: {
    wanted: string;
    /** What tells it from another of that name. */
    place: string;
    schema: JsonObject;
    required: boolean;
  }): string {
    const name = this.#freeName(options.wanted, options.place);
    this.#properties.set(name, options.schema);
    if (options.required) {
      this.#required.push(name);
    }
    return name;
  }

  /** The root of an input schema. */
  schema(definitions: JsonObject): JsonObject {
    return {
      type: 'object',
      properties: Object.fromEntries(this.#properties),
      ...(this.#required.length > 0 && { required: [...this.#required] }),
      additionalProperties: false,
      ...(Object.keys(definitions).length > 0 && { $defs: definitions }),
    };
  }

  #freeName(wanted: string, place: string): string {
    if (this.isFree(wanted)) {
      return wanted;
    }
    const clean =
      wanted
        .slice(0, 200)
        .replace(/[^A-Za-z0-9_.-]+/g, '_')
        .replace(/^[_.-]+|[_.-]+$/g, '')
        .slice(0, 50) || 'argument';
    let name = this.has(clean) ? `${clean}_${place}` : clean;
    for (let count = 2; this.has(name); count++) {
      name = `${clean}_${place}_${count}`;
    }
    return name;
  }
}
