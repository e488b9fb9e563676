/** One span of a trace that is, or is part of, a tool call. */
export interface TraceSpan {
  key: string;
  /** 1 the agent's tool span, 2 the MCP client's, 3 the MCP server's. */
  layer: number;
  spanId: string;
  parentSpanId: string | null;
  tool: string;
  serverRef: string;
  teamRef: string;
  startMs: number;
  durationUs: number | null;
  /** What its own request said: the event that counts for its call. */
  statedKey: string | null;
}

/** Clocks of agents and servers are a little apart. */
const CLOCK_SKEW_MS = 100;
/** What finding partners by time may cost; who sends more is counted as sent. */
const MAX_TIMED_SPANS = 2_000;

/** Spans of one call: at most one of each layer that nobody else stated. */
interface Call {
  members: TraceSpan[];
}

/**
 * Tells which spans of one trace are one call, and which of them counts. Looks
 * only at the spans, never at the order in which they came, so that the answer
 * is the same whatever the batches were.
 *
 * The outermost span counts: whoever made the call pays. Unless only an inner
 * one of the same team knows the server.
 *
 * @returns for each span the key of the one that counts
 */
export function settleTrace(spans: readonly TraceSpan[]): Map<string, string> {
  const ordered = [...spans].sort(byStart);
  const calls = new Map<TraceSpan, Call>(
    ordered.map(span => [span, { members: [span] }]),
  );
  joinStated(ordered, calls);
  joinChildren(ordered, calls);
  if (ordered.length <= MAX_TIMED_SPANS) {
    joinByTime(ordered, calls, 2);
    joinByTime(ordered, calls, 3);
  }
  const counting = new Map<string, string>();
  for (const call of new Set(calls.values())) {
    const key = countingKey(call);
    for (const span of call.members) {
      counting.set(span.key, span.statedKey ?? key);
    }
  }
  return counting;
}

function byStart(a: TraceSpan, b: TraceSpan): number {
  return a.startMs - b.startMs || (a.key < b.key ? -1 : 1);
}

function join(calls: Map<TraceSpan, Call>, into: Call, from: Call): void {
  if (into === from) {
    return;
  }
  into.members.push(...from.members);
  for (const span of from.members) {
    calls.set(span, into);
  }
}

/** Two spans of one layer are two calls. */
function mayJoin(a: Call, b: Call): boolean {
  return (
    a !== b &&
    !a.members.some(one => b.members.some(other => one.layer === other.layer))
  );
}

function joinStated(spans: TraceSpan[], calls: Map<TraceSpan, Call>): void {
  const byKey = new Map(spans.map(span => [span.key, span]));
  for (const span of spans) {
    const other = span.statedKey && byKey.get(span.statedKey);
    if (other) {
      join(calls, calls.get(other)!, calls.get(span)!);
    }
  }
}

function joinChildren(spans: TraceSpan[], calls: Map<TraceSpan, Call>): void {
  const bySpanId = firstBySpanId(spans);
  const links = spans.flatMap(child => {
    const parent = child.parentSpanId && bySpanId.get(child.parentSpanId);
    return parent && parent.layer < child.layer ? [{ parent, child }] : [];
  });
  // Of several calls within one span, that of its own tool is its call.
  const isOther = ({ parent, child }: (typeof links)[number]) =>
    Number(parent.tool !== child.tool);
  links.sort((a, b) => isOther(a) - isOther(b));
  for (const { parent, child } of links) {
    const [outer, inner] = [calls.get(parent)!, calls.get(child)!];
    if (mayJoin(outer, inner)) {
      join(calls, outer, inner);
    }
  }
}

function firstBySpanId(spans: TraceSpan[]): Map<string, TraceSpan> {
  const bySpanId = new Map<string, TraceSpan>();
  for (const span of spans) {
    if (!bySpanId.has(span.spanId)) {
      bySpanId.set(span.spanId, span);
    }
  }
  return bySpanId;
}

/**
 * Joins calls whose outermost span is of a layer, and whose parent nobody sent,
 * with calls further out that lack it: same tool, and within their time.
 */
function joinByTime(
  spans: TraceSpan[],
  calls: Map<TraceSpan, Call>,
  layer: number,
): void {
  const bySpanId = firstBySpanId(spans);
  const all = [...new Set(calls.values())];
  const inner = all
    .map(call => ({ call, span: outermost(call) }))
    .filter(
      ({ span }) =>
        span.layer === layer &&
        !(span.parentSpanId && bySpanId.has(span.parentSpanId)),
    )
    .sort((a, b) => byStart(a.span, b.span));
  const outer = all
    .filter(call => outermost(call).layer < layer)
    .map(call => ({ call, span: innermostBelow(call, layer) }))
    .filter(({ span }) => span.durationUs !== null)
    .sort((a, b) => endMs(a.span) - endMs(b.span) || byStart(a.span, b.span));

  // From the earliest start on, each takes what ends first and still holds it:
  // so as many as possible find a partner.
  for (const { call, span } of inner) {
    const index = outer.findIndex(
      other => holds(other.span, span) && mayJoin(other.call, call),
    );
    if (index >= 0) {
      join(calls, outer[index].call, call);
      outer.splice(index, 1);
    }
  }
}

function outermost(call: Call): TraceSpan {
  return call.members.reduce((a, b) => (b.layer < a.layer ? b : a));
}

function innermostBelow(call: Call, layer: number): TraceSpan {
  return call.members
    .filter(span => span.layer < layer)
    .reduce((a, b) => (b.layer > a.layer ? b : a));
}

function endMs(span: TraceSpan): number {
  return span.startMs + (span.durationUs ?? 0) / 1_000;
}

function holds(outer: TraceSpan, inner: TraceSpan): boolean {
  return (
    outer.tool === inner.tool &&
    (!outer.serverRef ||
      !inner.serverRef ||
      outer.serverRef === inner.serverRef) &&
    outer.startMs - CLOCK_SKEW_MS <= inner.startMs &&
    endMs(inner) <= endMs(outer) + CLOCK_SKEW_MS
  );
}

function countingKey(call: Call): string {
  const free = call.members
    .filter(({ statedKey }) => statedKey === null)
    .sort((a, b) => a.layer - b.layer || byStart(a, b));
  // A stated span whose own partner is in another trace.
  if (free.length === 0) {
    return call.members[0].key;
  }
  const [outer] = free;
  const counting =
    free.find(span => span.teamRef === outer.teamRef && span.serverRef) ??
    outer;
  return counting.key;
}
