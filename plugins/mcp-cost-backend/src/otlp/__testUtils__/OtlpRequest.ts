/** A value in OTLP's JSON. */
export type OtlpValue =
  | { stringValue: string }
  | { boolValue: boolean }
  | { intValue: string }
  | { doubleValue: number | string }
  | { arrayValue: { values: OtlpValue[] } }
  | { kvlistValue: { values: OtlpAttribute[] } }
  | { bytesValue: string };

export interface OtlpAttribute {
  key: string;
  value: OtlpValue;
}

/** A span in OTLP's JSON. */
export interface OtlpJsonSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name?: string;
  kind?: number;
  startTimeUnixNano?: string;
  endTimeUnixNano?: string;
  attributes?: OtlpAttribute[];
  status?: { code?: number; message?: string };
  events?: { name: string; attributes?: OtlpAttribute[] }[];
}

/** A request in OTLP's JSON. */
export interface OtlpRequest {
  resourceSpans: {
    resource?: { attributes: OtlpAttribute[] };
    scopeSpans: { spans: OtlpJsonSpan[] }[];
  }[];
}

type Plain = string | number | boolean | OtlpValue;

/** Attributes in OTLP's JSON, from plain values; numbers become integers. */
export function attributesOf(values: Record<string, Plain>): OtlpAttribute[] {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value: valueOf(value),
  }));
}

function valueOf(value: Plain): OtlpValue {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'number':
      return { intValue: String(value) };
    case 'boolean':
      return { boolValue: value };
    default:
      return value;
  }
}

const TRACE_ID = '5b8efff798038103d269b633813fc60c';
export const NOW = new Date('2026-11-21T12:00:00Z');

/** A span of a minute before `NOW` that lasts 250 ms. */
export function aSpan(
  id: number,
  attributes: Record<string, Plain>,
  others: Partial<OtlpJsonSpan> & { parent?: number; at?: Date } = {},
): OtlpJsonSpan {
  const { parent, at = new Date(NOW.getTime() - 60_000), ...rest } = others;
  const startNanos = BigInt(at.getTime()) * 1_000_000n;
  return {
    traceId: TRACE_ID,
    spanId: spanId(id),
    ...(parent !== undefined && { parentSpanId: spanId(parent) }),
    name: 'a span',
    kind: 1,
    startTimeUnixNano: String(startNanos),
    endTimeUnixNano: String(startNanos + 250_000_000n),
    attributes: attributesOf(attributes),
    ...rest,
  };
}

export function spanId(id: number): string {
  return id.toString(16).padStart(16, 'a');
}

/** Spans of one resource; by default the agent `clerk` in production. */
export function aRequest(
  spans: OtlpJsonSpan[],
  resource: Record<string, Plain> = {
    'service.name': 'clerk',
    'deployment.environment.name': 'production',
  },
): OtlpRequest {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeSpans: [{ spans }],
      },
    ],
  };
}
