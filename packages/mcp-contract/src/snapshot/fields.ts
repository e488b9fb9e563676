import { ContractError, shorten, toPointer } from '../canonical/ContractError';
import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../canonical/JsonValue';

/** Where in the given contract something is: `['tools', 3, 'name']`. */
export type Path = readonly (string | number)[];

/** The error for a field that is missing or of a wrong type. */
export function shapeError(path: Path, problem: string): ContractError {
  return new ContractError({
    code: 'invalid-shape',
    path: toPointer(path),
    problem,
    advice: 'Send what the MCP specification 2026-07-28 says for this field',
  });
}

function wrongType(path: Path, expected: string, value?: JsonValue) {
  return shapeError(path, `${expected} is needed, not ${typeName(value)}`);
}

function typeName(value: JsonValue | undefined): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'an array';
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Reads fields of one object and says where the bad one is. */
export class Fields {
  readonly #source: JsonObject;
  readonly path: Path;

  constructor(value: JsonValue | undefined, path: Path) {
    if (!isJsonObject(value)) {
      throw wrongType(path, 'an object', value);
    }
    this.#source = value;
    this.path = path;
  }

  at(field: string): Path {
    return [...this.path, field];
  }

  names(): string[] {
    return Object.keys(this.#source);
  }

  raw(field: string): JsonValue | undefined {
    return getOwn(this.#source, field);
  }

  string(field: string): string | undefined {
    const value = this.raw(field);
    if (value !== undefined && typeof value !== 'string') {
      throw wrongType(this.at(field), 'a string', value);
    }
    return value;
  }

  requiredString(field: string): string {
    const value = this.string(field);
    if (value === undefined) {
      throw wrongType(this.at(field), 'a string');
    }
    return value;
  }

  /** A string that names its object among its like. */
  identifier(field: string): string {
    const value = this.requiredString(field);
    if (value === '') {
      throw new ContractError({
        code: 'invalid-name',
        path: toPointer(this.at(field)),
        problem: 'it is empty',
        advice: 'Give it a name that its clients can refer to',
      });
    }
    return value;
  }

  boolean(field: string): boolean | undefined {
    const value = this.raw(field);
    if (value !== undefined && typeof value !== 'boolean') {
      throw wrongType(this.at(field), 'true or false', value);
    }
    return value;
  }

  number(field: string): number | undefined {
    const value = this.raw(field);
    if (value !== undefined && typeof value !== 'number') {
      throw wrongType(this.at(field), 'a number', value);
    }
    return value;
  }

  strings(field: string): string[] | undefined {
    return this.list(field)?.map((item, index) => {
      if (typeof item !== 'string') {
        throw wrongType([...this.at(field), index], 'a string', item);
      }
      return item;
    });
  }

  object(field: string): Fields | undefined {
    const value = this.raw(field);
    return value === undefined ? undefined : new Fields(value, this.at(field));
  }

  objects(field: string): Fields[] | undefined {
    return this.list(field)?.map(
      (item, index) => new Fields(item, [...this.at(field), index]),
    );
  }

  private list(field: string): JsonValue[] | undefined {
    const value = this.raw(field);
    if (value !== undefined && !Array.isArray(value)) {
      throw wrongType(this.at(field), 'an array', value);
    }
    return value;
  }
}

/** Leaves out the fields that are absent. */
export function present<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

/** Refuses two of the same name, of which a client could reach only one. */
export function refuseDuplicates(items: readonly Fields[], field: string) {
  const seen = new Map<string, Fields>();
  for (const item of items) {
    const name = item.requiredString(field);
    const first = seen.get(name);
    if (first) {
      throw new ContractError({
        code: 'duplicate',
        path: toPointer(item.at(field)),
        problem: `${JSON.stringify(shorten(name))} is also at ${toPointer(
          first.at(field),
        )}`,
        advice: `Give each a ${field} of its own, and list it once`,
      });
    }
    seen.set(name, item);
  }
}
