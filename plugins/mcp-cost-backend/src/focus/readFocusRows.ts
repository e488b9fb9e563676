import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { InputError } from '@backstage/errors';
import { CsvError, parse } from 'csv-parse';

/** More than any row; an open quote would else take all of the file for one. */
const MAX_ROW_BYTES = 1024 * 1024;
/** What a packed bill may come to: CSV packs to about a tenth. */
const MAX_UNPACKED_BYTES = 16 * 1024 ** 3;
const GZIP_MAGIC = [0x1f, 0x8b];

/** A row, with the line that it ends on. */
export interface FocusLine {
  line: number;
  row: string[];
}

/**
 * Reads a CSV file, packed or not, row by row: as fast as its rows are taken,
 * and never more of it than some of them.
 *
 * @param options - `onBytes` is told how much of the file has been read
 * @throws InputError when the file is no CSV, or is cut off
 */
export async function* readFocusRows(options: {
  path: string;
  onBytes: (count: number) => void;
}): AsyncGenerator<FocusLine> {
  const { path, onBytes } = options;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    // A stray quote is part of its value; whether the row is whole, its columns tell.
    relax_quotes: true,
    // The line goes with its row: rows wait, and the parser is ahead of them.
    on_record: (row, { lines }) => [...row, String(lines)],
  });
  const count = watch(onBytes);
  const stages = (await isGzip(path))
    ? [count, createGunzip(), limit(MAX_UNPACKED_BYTES), parser]
    : [count, parser];
  // A reader that stops early ends the pipeline; that is no failure of its own.
  const reading = pipeline([createReadStream(path), ...stages]).catch(() => {});
  try {
    for await (const read of parser as AsyncIterable<string[]>) {
      yield { line: Number(read.at(-1)), row: read.slice(0, -1) };
    }
  } catch (error) {
    throw toInputError(error);
  } finally {
    parser.destroy();
    await reading;
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return GZIP_MAGIC.every((byte, index) => buffer[index] === byte);
  } finally {
    await file.close();
  }
}

function watch(onBytes: (count: number) => void): Transform {
  let count = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      count += chunk.length;
      onBytes(count);
      done(null, chunk);
    },
  });
}

function limit(maxBytes: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      count += chunk.length;
      if (count > maxBytes) {
        done(
          new InputError(
            `The bill is larger than ${maxBytes} bytes when unpacked, which is the most that is read.`,
          ),
        );
      } else {
        done(null, chunk);
      }
    },
  });
}

function toInputError(error: unknown): unknown {
  if (error instanceof CsvError) {
    return new InputError(`The file is no whole CSV: ${error.message}`);
  }
  const { code } = error as { code?: string };
  if (code?.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new InputError(
      `The file can't be unpacked; it is damaged, or cut off (${code}).`,
    );
  }
  return error;
}
