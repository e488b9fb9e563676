import {
  parseDecimal,
  Price,
  PriceAmounts,
  PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';

import { dayText } from '../time/days';
import type { BookedAmounts, BookedPrice } from './BookedPrice';
import type { PriceDraft } from './PriceDraft';
import { subjectKey } from './subjectKey';

export interface PriceRow {
  id: number;
  subject_key: string;
  kind: PriceSubject['kind'];
  server_ref: string;
  tool: string;
  model: string;
  provider: string;
  unit: string;
  per_unit: string | null;
  input: string | null;
  cached_input: string | null;
  output: string | null;
  valid_from: number;
  ended_on: number | null;
  note: string | null;
  source: 'config' | 'api';
  created_by: string;
  created_at: string | number;
  deleted_by: string | null;
  deleted_at: string | number | null;
}

/** A row with the day on which the next price of the same begins. */
export interface BookedRow extends PriceRow {
  next_from: number | null;
}

export function toRow(
  draft: PriceDraft,
  made: { source: PriceRow['source']; by: string; atMs: number },
): Omit<PriceRow, 'id'> {
  const { subject, amounts } = draft;
  return {
    subject_key: subjectKey(subject),
    kind: subject.kind,
    server_ref: 'serverRef' in subject ? subject.serverRef ?? '' : '',
    tool: 'tool' in subject ? subject.tool ?? '' : '',
    model: 'model' in subject ? subject.model : '',
    provider: 'provider' in subject ? subject.provider ?? '' : '',
    unit: 'unit' in subject ? subject.unit : '',
    ...amountColumns(amounts),
    valid_from: draft.validFrom,
    ended_on: null,
    note: draft.note ?? null,
    source: made.source,
    created_by: made.by,
    created_at: made.atMs,
    deleted_by: null,
    deleted_at: null,
  };
}

type AmountColumns = Pick<
  PriceRow,
  'per_unit' | 'input' | 'cached_input' | 'output'
>;

export function amountColumns(amounts: PriceAmounts): AmountColumns {
  return 'perUnit' in amounts
    ? {
        per_unit: amounts.perUnit,
        input: null,
        cached_input: null,
        output: null,
      }
    : {
        per_unit: null,
        input: amounts.inputPerMillion,
        cached_input: amounts.cachedInputPerMillion ?? null,
        output: amounts.outputPerMillion,
      };
}

export function toPrice(row: BookedRow): Price {
  const validTo = endOf(row);
  return {
    id: row.id,
    subject: toSubject(row),
    amounts: toAmounts(row),
    validFrom: dayText(row.valid_from),
    ...(validTo !== undefined && { validTo: dayText(validTo) }),
    ...(row.note !== null && { note: row.note }),
    source: row.source,
    createdBy: row.created_by,
    createdAt: new Date(Number(row.created_at)).toISOString(),
  };
}

export function toBooked(row: BookedRow): BookedPrice {
  return {
    id: row.id,
    subject: toSubject(row),
    amounts: toBookedAmounts(toAmounts(row)),
    validFrom: row.valid_from,
    validTo: endOf(row),
  };
}

export function toSubject(row: PriceRow): PriceSubject {
  const { kind, server_ref: serverRef, tool, model, provider, unit } = row;
  switch (kind) {
    case 'tool-call':
      return { kind, serverRef, ...(tool && { tool }) };
    case 'model-tokens':
      return { kind, model, ...(provider && { provider }) };
    case 'unit':
      return { kind, unit, ...(serverRef && { serverRef }) };
    default:
      return { kind, serverRef };
  }
}

function toAmounts(row: AmountColumns): PriceAmounts {
  return row.per_unit !== null
    ? { perUnit: row.per_unit }
    : {
        inputPerMillion: row.input!,
        ...(row.cached_input !== null && {
          cachedInputPerMillion: row.cached_input,
        }),
        outputPerMillion: row.output!,
      };
}

function toBookedAmounts(amounts: PriceAmounts): BookedAmounts {
  if ('perUnit' in amounts) {
    return { perUnit: parseDecimal(amounts.perUnit) };
  }
  const { inputPerMillion, cachedInputPerMillion, outputPerMillion } = amounts;
  return {
    inputPerMillion: parseDecimal(inputPerMillion),
    cachedInputPerMillion: parseDecimal(
      cachedInputPerMillion ?? inputPerMillion,
    ),
    outputPerMillion: parseDecimal(outputPerMillion),
  };
}

function endOf(row: BookedRow): number | undefined {
  const ends = [row.next_from, row.ended_on].filter(day => day !== null);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
