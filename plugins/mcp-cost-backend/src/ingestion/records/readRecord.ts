import type {
  UsageKind,
  UsageRecord,
} from '@mcp-portal/plugin-mcp-cost-common';
import { plainText } from '@mcp-portal/plugin-mcp-node';

import type { EntryMeasures, SpanLink } from '../../usage';
import { checkDuration, checkTime, checkTokens, TimeBounds } from '../bounds';
import type { ReportedUsage } from '../IngestionService';
import { cleanErrorType, MAX_LENGTH } from '../names';
import { RefusedError } from '../RefusedError';
import * as field from './fields';
import type { Sent } from './fields';
import { quantityNanos } from './quantityNanos';

const MAX_REVISION = 1_000_000;
const MAX_TEXT = 1_000;
const MAX_FIELD_NAME = 100;
const HOUR = 'hour';

/** A bill's lines come with the bill. */
type SentKind = Exclude<UsageKind, 'charge'>;
const KINDS: SentKind[] = ['tool-call', 'model-call', 'hosting', 'other'];

const CALLS: SentKind[] = ['tool-call', 'model-call'];
const QUANTITIES: SentKind[] = ['hosting', 'other'];

/** Each field, and the kinds that it is for; `all` of them where it says so. */
const FIELDS: Record<keyof UsageRecord, SentKind[]> = {
  id: KINDS,
  revision: KINDS,
  kind: KINDS,
  at: KINDS,
  team: KINDS,
  agent: KINDS,
  user: KINDS,
  environment: KINDS,
  server: KINDS,
  tool: ['tool-call'],
  model: ['model-call'],
  provider: ['model-call'],
  inputTokens: ['model-call'],
  cachedInputTokens: ['model-call'],
  outputTokens: ['model-call'],
  quantity: QUANTITIES,
  unit: QUANTITIES,
  outcome: CALLS,
  errorType: CALLS,
  durationMs: CALLS,
  traceId: CALLS,
  spanId: CALLS,
};

/**
 * One record of `POST /usage`.
 *
 * @throws RefusedError saying what is wrong with it
 */
export function readRecord(
  sent: Sent,
  index: number,
  bounds: TimeBounds,
): ReportedUsage {
  field.requiredText(sent, 'id', MAX_LENGTH.id);
  const kind = field.word(sent, 'kind', KINDS);
  if (kind === undefined) {
    throw new RefusedError('invalid', 'kind is missing');
  }
  checkFields(sent, kind);
  const occurredAtMs = field.instantMs(sent, 'at');
  checkTime(occurredAtMs, bounds);
  const server = field.text(sent, 'server', MAX_LENGTH.server);
  const span = readSpan(sent);
  return {
    index,
    // What a span tells as well is the same event, whoever told it first.
    ...(span
      ? { id: `${span.traceId}:${span.spanId}`, idKind: 'span', span }
      : { id: String(sent.id), idKind: 'usage' }),
    revision: readRevision(sent),
    occurredAtMs,
    kind,
    team: field.text(sent, 'team', MAX_LENGTH.team),
    agent: field.text(sent, 'agent', MAX_LENGTH.agent),
    user: field.text(sent, 'user', MAX_LENGTH.user),
    environment: field.text(sent, 'environment', MAX_LENGTH.environment),
    serverNames: server === undefined ? [] : [server],
    tool:
      kind === 'tool-call'
        ? field.requiredText(sent, 'tool', MAX_LENGTH.tool)
        : undefined,
    model:
      kind === 'model-call'
        ? field.requiredText(sent, 'model', MAX_LENGTH.model)
        : undefined,
    provider: field.text(sent, 'provider', MAX_LENGTH.provider),
    unit: readUnit(sent, kind),
    measures: readMeasures(sent, kind),
  };
}

function checkFields(sent: Sent, kind: SentKind): void {
  for (const name of Object.keys(sent)) {
    if (!Object.hasOwn(FIELDS, name)) {
      throw new RefusedError(
        'invalid',
        `records have no field ${JSON.stringify(
          plainText(name, MAX_FIELD_NAME),
        )}; leave it out`,
      );
    }
    const kinds = FIELDS[name as keyof UsageRecord];
    if (sent[name] !== null && !kinds.includes(kind)) {
      throw new RefusedError('invalid', `${name} is not for ${kind}`);
    }
  }
}

function readRevision(sent: Sent): number {
  const revision = field.number(sent, 'revision') ?? 0;
  if (!Number.isInteger(revision) || revision < 0 || revision > MAX_REVISION) {
    throw new RefusedError(
      'number-out-of-range',
      `revision must be a whole number from 0 to ${MAX_REVISION}`,
    );
  }
  return revision;
}

function readUnit(sent: Sent, kind: SentKind): string | undefined {
  const unit = field.text(sent, 'unit', MAX_LENGTH.unit);
  if (kind === 'other' && unit === undefined) {
    throw new RefusedError('invalid', 'unit is missing');
  }
  if (kind === 'hosting' && unit !== undefined && unit !== HOUR) {
    throw new RefusedError('invalid', `unit of hosting is ${HOUR}`);
  }
  return kind === 'hosting' ? HOUR : unit;
}

function readMeasures(sent: Sent, kind: SentKind): EntryMeasures {
  const outcome = field.word(sent, 'outcome', ['ok', 'error']);
  const errorType = field.text(sent, 'errorType', MAX_TEXT);
  if (outcome === 'ok' && errorType !== undefined) {
    throw new RefusedError('invalid', 'errorType is for the outcome error');
  }
  const durationMs = field.number(sent, 'durationMs');
  const quantity = field.number(sent, 'quantity');
  if (QUANTITIES.includes(kind) && quantity === undefined) {
    throw new RefusedError('invalid', 'quantity is missing');
  }
  return {
    isCall: CALLS.includes(kind),
    isError: outcome === 'error' || errorType !== undefined,
    errorType: errorType === undefined ? undefined : cleanErrorType(errorType),
    durationUs:
      durationMs === undefined
        ? undefined
        : checkDuration(Math.round(durationMs * 1_000)),
    ...readTokens(sent),
    quantityNanos:
      quantity === undefined ? 0n : quantityNanos(quantity, 'quantity'),
  };
}

function readTokens(sent: Sent) {
  const tokens = (name: string) =>
    checkTokens(field.number(sent, name) ?? 0, name);
  const input = tokens('inputTokens');
  const cachedInputTokens = tokens('cachedInputTokens');
  if (cachedInputTokens > input) {
    throw new RefusedError(
      'invalid',
      'cachedInputTokens are more than inputTokens, which include them',
    );
  }
  return {
    inputTokens: input - cachedInputTokens,
    cachedInputTokens,
    outputTokens: tokens('outputTokens'),
  };
}

function readSpan(sent: Sent): SpanLink | undefined {
  const traceId = field.hex(sent, 'traceId', 32);
  const spanId = field.hex(sent, 'spanId', 16);
  if ((traceId === undefined) !== (spanId === undefined)) {
    throw new RefusedError(
      'invalid',
      'traceId and spanId are both there, or neither',
    );
  }
  return traceId !== undefined && spanId !== undefined
    ? { traceId, spanId }
    : undefined;
}
