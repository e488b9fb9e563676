import type { OtlpSpan } from '../decoding/OtlpSpan';
import { SpanRole, spanRole } from './spanRole';

const NONE = -1;
const UNKNOWN = -2;

/**
 * The spans of a request, and which is below which. A span whose parent is not
 * in the request is a root; of spans in a circle, one is.
 */
export class SpanTree {
  readonly spans: readonly OtlpSpan[];
  readonly roles: readonly SpanRole[];
  /** For each span the nearest one above it that has a role of ours, or -1. */
  readonly above: Int32Array;
  readonly #parents: Int32Array;

  constructor(spans: readonly OtlpSpan[]) {
    this.spans = spans;
    this.roles = spans.map(spanRole);
    this.#parents = withoutCircles(parentsOf(spans));
    this.above = this.nearestAbove(index => this.roles[index] !== 'other');
  }

  /** For each span the nearest one above it that is something, or -1. */
  nearestAbove(isIt: (index: number) => boolean): Int32Array {
    const parents = this.#parents;
    const nearest = new Int32Array(parents.length).fill(UNKNOWN);
    const path: number[] = [];
    for (let start = 0; start < parents.length; start++) {
      let at = start;
      let found = nearest[start];
      while (found === UNKNOWN) {
        path.push(at);
        at = parents[at];
        found = at === NONE || isIt(at) ? at : nearest[at];
      }
      // All on the way up have the same one above them.
      for (const index of path) {
        nearest[index] = found;
      }
      path.length = 0;
    }
    return nearest;
  }
}

function parentsOf(spans: readonly OtlpSpan[]): Int32Array {
  const indexes = new Map<string, number>();
  spans.forEach(({ spanId }, index) => indexes.set(spanId, index));
  return Int32Array.from(spans, ({ traceId, parentSpanId }) => {
    const parent = parentSpanId === '' ? undefined : indexes.get(parentSpanId);
    return parent !== undefined && spans[parent].traceId === traceId
      ? parent
      : NONE;
  });
}

function withoutCircles(parents: Int32Array): Int32Array {
  const walkOf = new Int32Array(parents.length).fill(NONE);
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    while (at !== NONE && walkOf[at] === NONE) {
      walkOf[at] = start;
      const parent = parents[at];
      if (parent !== NONE && walkOf[parent] === start) {
        parents[at] = NONE;
      }
      at = parents[at];
    }
  }
  return parents;
}
