import type { RecordRefusal } from '@mcp-portal/plugin-mcp-cost-common';

import type { ReportedUsage } from '../../ingestion';
import { checkDuration, checkTime, TimeBounds } from '../../ingestion/bounds';
import { cleanErrorType, MAX_LENGTH } from '../../ingestion/names';
import { RefusedError } from '../../ingestion/RefusedError';
import type { EntryMeasures, SpanLink } from '../../usage';
import { OtlpSpan, SPAN_KIND_CLIENT } from '../decoding/OtlpSpan';
import { joinSpans } from './joinSpans';
import { textOf } from './readAttributes';
import { readServerNames } from './readServerNames';
import { readTokens } from './readTokens';
import { SpanContext } from './SpanContext';
import { isUsage, SpanRole } from './spanRole';
import { SpanTree } from './SpanTree';

const NO_TOKENS = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
const ALL_ZEROS = /^0*$/;

/** What a request says was used. */
export interface UsageOfSpans {
  records: ReportedUsage[];
  refusals: RecordRefusal[];
}

class UsageReading {
  readonly #tree: SpanTree;
  readonly #bounds: TimeBounds;
  readonly #counts: Int32Array;
  readonly #context: SpanContext;
  /** The spans, up to three, of a tool's call that has more than one. */
  readonly #calls = new Map<number, number[]>();
  readonly #urlsBelow = new Map<number, string>();

  constructor(spans: readonly OtlpSpan[], bounds: TimeBounds) {
    this.#tree = new SpanTree(spans);
    this.#bounds = bounds;
    this.#counts = joinSpans(this.#tree);
    this.#context = new SpanContext(this.#tree);
    this.#counts.forEach((outer, index) => {
      if (outer !== index && this.#tree.roles[index] !== 'model') {
        const call = this.#calls.get(outer) ?? [outer];
        call.push(index);
        this.#calls.set(outer, call);
      }
    });
    this.#findUrlsBelow();
  }

  read(): UsageOfSpans {
    const found: UsageOfSpans = { records: [], refusals: [] };
    this.#tree.spans.forEach((span, index) => {
      const role = this.#tree.roles[index];
      if (!isUsage(role)) {
        return;
      }
      try {
        found.records.push(this.#readOne(span, role, index));
      } catch (error) {
        if (!(error instanceof RefusedError)) {
          throw error;
        }
        found.refusals.push(
          error.toRefusal(index, `${span.traceId}:${span.spanId}`),
        );
      }
    });
    return found;
  }

  /** HTTP below an MCP client's span tells where its server is. */
  #findUrlsBelow(): void {
    const { spans, roles, above } = this.#tree;
    spans.forEach(({ kind, attributes }, index) => {
      const client = above[index];
      const url = attributes.get('url.full');
      if (
        roles[index] === 'other' &&
        kind === SPAN_KIND_CLIENT &&
        roles[client] === 'client' &&
        typeof url === 'string' &&
        url.length <= MAX_LENGTH.server
      ) {
        this.#urlsBelow.set(client, url);
      }
    });
  }

  #readOne(span: OtlpSpan, role: SpanRole, index: number): ReportedUsage {
    if (span.problem !== undefined) {
      throw new RefusedError('invalid', span.problem);
    }
    const outer = this.#counts[index];
    const context = this.#context;
    const occurredAtMs = Math.floor(span.startUs / 1_000);
    const link = linkOf(span, role);
    checkTime(occurredAtMs, this.#bounds);
    const [agent, ...agentAliases] = context.agentNames(index, outer);
    return {
      index,
      id: `${link.traceId}:${link.spanId}`,
      idKind: 'span',
      revision: 0,
      occurredAtMs,
      kind: role === 'model' ? 'model-call' : 'tool-call',
      team: context.team(index),
      agent,
      agentAliases,
      user: context.user(index),
      environment: context.environment(index, outer),
      serverNames: this.#serverNames(index),
      ...(role === 'model' ? modelOf(span) : { tool: this.#toolOf(index) }),
      measures: this.#measures(span, role, index),
      span: link,
      replacedByIndex: outer === index ? undefined : outer,
    };
  }

  /** A span, and those of the same call, which may say more. */
  #sameCall(index: number): number[] {
    const call = this.#calls.get(this.#counts[index]);
    return call === undefined
      ? [index]
      : [index, ...call.filter(other => other !== index)];
  }

  #serverNames(index: number): string[] {
    const { spans, roles } = this.#tree;
    const names = this.#sameCall(index).flatMap(one => [
      ...readServerNames(spans[one], roles[one]),
      ...(this.#urlsBelow.has(one) ? [this.#urlsBelow.get(one)!] : []),
    ]);
    return [...new Set(names)];
  }

  #toolOf(index: number): string | undefined {
    const { spans } = this.#tree;
    for (const one of this.#sameCall(index)) {
      const tool = textOf(
        spans[one].attributes,
        ['gen_ai.tool.name'],
        MAX_LENGTH.tool,
      );
      if (tool !== undefined) {
        return tool;
      }
    }
    return undefined;
  }

  #measures(span: OtlpSpan, role: SpanRole, index: number): EntryMeasures {
    const { spans } = this.#tree;
    // What failed further in has failed, though a framework went on.
    const failed = this.#sameCall(index).filter(
      one => spans[one].isError || spans[one].attributes.has('error.type'),
    );
    const errorType = failed
      .map(one => spans[one].attributes.get('error.type'))
      .find(type => typeof type === 'string' || typeof type === 'number');
    return {
      isCall: true,
      isError: failed.length > 0,
      errorType:
        errorType === undefined ? undefined : cleanErrorType(String(errorType)),
      durationUs:
        span.endUs === 0 ? undefined : checkDuration(span.endUs - span.startUs),
      ...(role === 'model' ? readTokens(span.attributes) : NO_TOKENS),
      quantityNanos: 0n,
    };
  }
}

/**
 * Finds usage among the spans of a request: calls of tools and of models. Other
 * spans are no usage, and only tell what belongs together, and to whom.
 */
export function readUsage(
  spans: readonly OtlpSpan[],
  bounds: TimeBounds,
): UsageOfSpans {
  return new UsageReading(spans, bounds).read();
}

function linkOf(span: OtlpSpan, role: SpanRole): SpanLink {
  const { traceId, spanId, parentSpanId } = span;
  if (ALL_ZEROS.test(traceId) || ALL_ZEROS.test(spanId)) {
    throw new RefusedError(
      'invalid',
      'its trace id must be 16 bytes, and its span id 8, not all zeros',
    );
  }
  return {
    traceId,
    spanId,
    ...(!ALL_ZEROS.test(parentSpanId) && { parentSpanId }),
    ...(role !== 'model' && { layer: role as SpanLink['layer'] }),
  };
}

function modelOf({ attributes }: OtlpSpan): {
  model?: string;
  provider?: string;
} {
  return {
    // The one that answered is what is paid for; the one asked may be an alias.
    model: textOf(
      attributes,
      ['gen_ai.response.model', 'gen_ai.request.model'],
      MAX_LENGTH.model,
    ),
    provider: textOf(
      attributes,
      ['gen_ai.provider.name', 'gen_ai.system'],
      MAX_LENGTH.provider,
    ),
  };
}
