import { InputError } from '@backstage/errors';
import type { RecordRefusal } from '@mcp-portal/plugin-mcp-cost-common';
import { plainText } from '@mcp-portal/plugin-mcp-node';

import type { TimeBounds } from '../bounds';
import type { ReportedUsage } from '../IngestionService';
import { MAX_LENGTH } from '../names';
import { parseJson } from '../parseJson';
import { RefusedError } from '../RefusedError';
import { readRecord } from './readRecord';

const MAX_RECORDS = 5_000;
/** Records are flat; those too deep are told so by their place. */
const JSON_BOUNDS = { maxDepth: 32, maxValues: 500_000 };

/**
 * Reads a batch of records: a list, or an object with the list as `records`. Each
 * is checked on its own.
 *
 * @throws InputError when it is no batch, or one of too many
 */
export function readRecords(
  body: Buffer,
  bounds: TimeBounds,
): { records: ReportedUsage[]; refusals: RecordRefusal[] } {
  const batch = parseJson(body, JSON_BOUNDS);
  const list = Array.isArray(batch) ? batch : recordsOf(batch);
  if (list.length > MAX_RECORDS) {
    throw new InputError(
      `The batch holds ${list.length} records, and may hold ${MAX_RECORDS}; send fewer at a time.`,
    );
  }
  const records: ReportedUsage[] = [];
  const refusals: RecordRefusal[] = [];
  list.forEach((sent, index) => {
    try {
      if (!isObject(sent)) {
        throw new RefusedError('invalid', 'it is not an object');
      }
      records.push(readRecord(sent, index, bounds));
    } catch (error) {
      if (!(error instanceof RefusedError)) {
        throw error;
      }
      refusals.push(error.toRefusal(index, idOf(sent)));
    }
  });
  return { records, refusals };
}

function recordsOf(batch: unknown): unknown[] {
  if (isObject(batch) && Array.isArray(batch.records)) {
    return batch.records;
  }
  throw new InputError(
    'The body must be a list of records, or an object with the list as "records".',
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(sent: unknown): string | undefined {
  return isObject(sent) && typeof sent.id === 'string'
    ? plainText(sent.id, MAX_LENGTH.id)
    : undefined;
}
