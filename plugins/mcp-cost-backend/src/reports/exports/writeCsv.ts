import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { stringify } from 'csv-stringify';
import type { Response } from 'express';

/** A cell: text was made safe before. */
export type Cell = string | number | undefined;

/** Writes rows as a file to download, as they come. */
export async function writeCsv(
  response: Response,
  fileName: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  response.status(200);
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${fileName}"`,
  );
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  await pipeline(
    Readable.from(rows),
    stringify({
      header: true,
      columns: [...columns],
      record_delimiter: 'windows',
    }),
    response,
  );
}
