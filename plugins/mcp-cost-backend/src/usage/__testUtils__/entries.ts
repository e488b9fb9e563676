import type { Attribution, PricedUsage, SpanLayer } from '..';
import { eventKey } from '..';

/** A moment within the samples' day. */
export const NOON = Date.parse('2026-11-20T12:00:00Z');

/** A call of a tool, as it would be priced. */
export function anAttribution(changes: Partial<Attribution> = {}): Attribution {
  return {
    teamRef: 'group:default/payments',
    environment: 'production',
    kind: 'tool-call',
    agent: 'component:default/invoice-agent',
    userRef: '',
    serverRef: 'api:default/billing',
    serverHint: '',
    tool: 'create_invoice',
    model: '',
    provider: '',
    unit: '',
    ...changes,
  };
}

/** A priced call; its id names it. */
export function anEntry(
  id: string,
  changes: Partial<Omit<PricedUsage, 'attribution' | 'measures'>> & {
    attribution?: Partial<Attribution>;
    measures?: Partial<PricedUsage['measures']>;
  } = {},
): PricedUsage {
  const attribution = anAttribution(changes.attribution);
  return {
    key: eventKey(attribution.teamRef, 'usage', id),
    revision: 0,
    occurredAtMs: NOON,
    costNanos: 1_000_000n,
    priceId: 1,
    ...changes,
    attribution,
    measures: {
      isCall: true,
      isError: false,
      durationUs: 20_000,
      inputTokens: 0,
      cachedInputTokens: 0,
      outputTokens: 0,
      quantityNanos: 0n,
      ...changes.measures,
    },
  };
}

/** A span of a call, named within a trace by few digits. */
export function aSpan(options: {
  trace: string;
  span: string;
  parent?: string;
  layer: SpanLayer;
  tool?: string;
  serverRef?: string;
  teamRef?: string;
  startMs?: number;
  durationMs?: number;
  replacedBy?: string;
}): PricedUsage {
  const { startMs = 0, durationMs = 10, tool, serverRef, teamRef } = options;
  const traceId = options.trace.padStart(32, '0');
  const spanId = options.span.padStart(16, '0');
  return anEntry(`${traceId}:${spanId}`, {
    occurredAtMs: NOON + startMs,
    attribution: {
      ...(tool !== undefined && { tool }),
      ...(serverRef !== undefined && { serverRef }),
      ...(teamRef !== undefined && { teamRef }),
    },
    measures: { durationUs: durationMs * 1_000 },
    span: {
      traceId,
      spanId,
      parentSpanId: options.parent?.padStart(16, '0'),
      layer: options.layer,
    },
    replacedBy: options.replacedBy,
  });
}
