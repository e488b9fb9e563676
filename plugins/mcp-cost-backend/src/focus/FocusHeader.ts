import { InputError } from '@backstage/errors';

import {
  FOCUS_COLUMNS_ADDED,
  FocusColumn,
  ISSUER_COLUMNS,
  NULL_TEXT,
  REQUIRED_COLUMNS,
} from './columns';

const MAX_COLUMNS = 500;

/** Finds the values of a row by the names of its columns. */
export class FocusHeader {
  /** The newest version that one of the columns came with. */
  readonly version: string;
  /** How many values a row has. */
  readonly columnCount: number;
  readonly #positions: ReadonlyMap<string, number>;

  /** @throws InputError that names what is missing, or there twice */
  constructor(names: readonly string[]) {
    if (names.length > MAX_COLUMNS) {
      throw new InputError(
        `The bill has ${names.length} columns; at most ${MAX_COLUMNS} are read.`,
      );
    }
    this.columnCount = names.length;
    this.#positions = new Map(names.map((name, index) => [name.trim(), index]));
    this.#requireColumns();
    this.#refuseTwins(names);
    this.version = this.#findVersion();
  }

  /** The value of a column; empty where there is none. */
  read(row: readonly string[], column: FocusColumn): string {
    const position = this.#positions.get(column);
    const value = position === undefined ? '' : row[position].trim();
    return value === NULL_TEXT ? '' : value;
  }

  /** The first value that there is. */
  readFirst(row: readonly string[], columns: readonly FocusColumn[]): string {
    for (const column of columns) {
      const value = this.read(row, column);
      if (value !== '') {
        return value;
      }
    }
    return '';
  }

  #requireColumns(): void {
    const missing: string[] = REQUIRED_COLUMNS.filter(
      name => !this.#positions.has(name),
    );
    if (!ISSUER_COLUMNS.some(name => this.#positions.has(name))) {
      missing.push(ISSUER_COLUMNS.join(' or '));
    }
    if (missing.length > 0) {
      throw new InputError(
        `The first line lacks ${missing.join(
          ', ',
        )}. Export the bill as FOCUS 1.0 to 1.3, as CSV with a comma between the columns.`,
      );
    }
  }

  #refuseTwins(names: readonly string[]): void {
    const twin = names.find(
      (name, index) => this.#positions.get(name.trim()) !== index,
    );
    if (twin !== undefined) {
      throw new InputError(
        `The first line names ${twin.trim().slice(0, 100)} twice.`,
      );
    }
  }

  #findVersion(): string {
    const [newest] = Object.entries(FOCUS_COLUMNS_ADDED)
      .filter(([, columns]) => columns.some(name => this.#positions.has(name)))
      .map(([version]) => version)
      .sort()
      .reverse();
    return newest;
  }
}
