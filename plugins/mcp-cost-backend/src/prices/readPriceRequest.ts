import { InputError } from '@backstage/errors';
import {
  decimalText,
  NANOS_PER_UNIT,
  parseDecimal,
  PriceAmounts,
  PriceRequest,
  PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';
import { parseRef, plainText } from '@mcp-portal/plugin-mcp-node';

import { dayText, parseDay } from '../time/days';
import type { DraftAmounts, PriceDraft } from './PriceDraft';

const MAX_AMOUNT = 100_000_000n;
const MAX_NAME = 200;
const MAX_NOTE = 500;
/** Nobody had usage before; an earlier day is a slip. */
const EARLIEST = parseDay('2000-01-01', 'the earliest day');
const MAX_DAYS_AHEAD = 5 * 366;

/**
 * Checks a price, and writes its names in the one form in which they are
 * compared.
 *
 * @throws InputError that says which part is wrong, and what to do
 */
export function readPriceRequest(
  request: PriceRequest,
  options: { today: number },
): PriceDraft {
  const subject = readSubject(request.subject);
  const note = plainText(request.note ?? '', MAX_NOTE);
  return {
    subject,
    amounts: readAmounts(subject, request.amounts),
    validFrom: readDay(request.validFrom, options.today),
    ...(note && { note }),
  };
}

function readSubject(subject: PriceSubject): PriceSubject {
  switch (subject.kind) {
    case 'tool-call':
      return {
        kind: subject.kind,
        serverRef: parseRef(subject.serverRef, 'api'),
        ...(subject.tool && { tool: readName(subject.tool, 'tool') }),
      };
    case 'model-tokens':
      return {
        kind: subject.kind,
        model: readModel(subject.model),
        ...(subject.provider && {
          provider: readName(subject.provider, 'provider').toLowerCase(),
        }),
      };
    case 'hosting-hour':
    case 'hosting-month':
      return {
        kind: subject.kind,
        serverRef: parseRef(subject.serverRef, 'api'),
      };
    case 'unit':
      return {
        kind: subject.kind,
        unit: readName(subject.unit, 'unit'),
        ...(subject.serverRef && {
          serverRef: parseRef(subject.serverRef, 'api'),
        }),
      };
    default:
      throw new InputError(
        `subject.kind is ${JSON.stringify(
          (subject as { kind?: unknown }).kind,
        )}; write tool-call, model-tokens, hosting-hour, hosting-month or unit.`,
      );
  }
}

function readModel(model: string): string {
  const name = readName(model, 'model').toLowerCase();
  if (name.slice(0, -1).includes('*')) {
    throw new InputError(
      `subject.model is "${name}"; a * stands at its end, or not at all.`,
    );
  }
  return name;
}

function readName(text: string, field: string): string {
  const name = plainText(text, MAX_NAME);
  if (name === '' || name !== text) {
    throw new InputError(
      `subject.${field} is no name; write 1 to ${MAX_NAME} visible characters, without spaces around them.`,
    );
  }
  return name;
}

function readAmounts(
  { kind }: PriceSubject,
  amounts: PriceAmounts,
): DraftAmounts {
  if (kind === 'model-tokens') {
    if (!('inputPerMillion' in amounts)) {
      throw new InputError(
        'amounts has no inputPerMillion: models are priced by the million tokens, with inputPerMillion, outputPerMillion and, if it differs, cachedInputPerMillion.',
      );
    }
    const { inputPerMillion, cachedInputPerMillion, outputPerMillion } =
      amounts;
    return {
      inputPerMillion: readAmount(inputPerMillion, 'inputPerMillion'),
      outputPerMillion: readAmount(outputPerMillion, 'outputPerMillion'),
      ...(cachedInputPerMillion !== undefined && {
        cachedInputPerMillion: readAmount(
          cachedInputPerMillion,
          'cachedInputPerMillion',
        ),
      }),
    };
  }
  if (!('perUnit' in amounts)) {
    throw new InputError(
      `amounts has no perUnit: a price of kind ${kind} is an amount for each unit.`,
    );
  }
  return { perUnit: readAmount(amounts.perUnit, 'perUnit') };
}

function readAmount(text: string, field: string): string {
  let nanos: bigint;
  try {
    nanos = parseDecimal(text);
  } catch (error) {
    throw new InputError(`amounts.${field}: ${(error as Error).message}`);
  }
  if (nanos < 0n || nanos > MAX_AMOUNT * NANOS_PER_UNIT) {
    throw new InputError(
      `amounts.${field} is ${text}; a price is from 0 to ${MAX_AMOUNT}.`,
    );
  }
  return decimalText(nanos);
}

function readDay(text: string, today: number): number {
  const day = parseDay(text, 'validFrom');
  if (day < EARLIEST || day > today + MAX_DAYS_AHEAD) {
    throw new InputError(
      `validFrom is ${text}; a price begins between ${dayText(
        EARLIEST,
      )} and ${dayText(today + MAX_DAYS_AHEAD)}.`,
    );
  }
  return day;
}
