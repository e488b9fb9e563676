import {
  getOwn,
  isJsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import { canonicalSchema } from '../../canonical/canonicalSchema';
import {
  compareCodeUnits,
  writeCanonicalJson,
} from '../../canonical/writeCanonicalJson';
import type { Comparison } from './Comparison';
import { equalJson } from './equalJson';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';

/** One of the cases of a schema. */
export interface Alternative {
  state: State;
  /** The branch, where it is one. */
  node?: SchemaNode;
}

export interface Matching {
  pairs: [Alternative, Alternative][];
  gone: Alternative[];
  came: Alternative[];
}

/** With more pairs than this, only equal and named branches are matched. */
const MAX_SCORED_PAIRS = 2500;

/** Finds out which alternative became which. */
export function matchBranches(
  comparison: Comparison,
  before: readonly Alternative[],
  after: readonly Alternative[],
): Matching {
  const gone = new Set(before);
  const came = new Set(after);
  const pairs: Matching['pairs'] = [];
  const match = (one: Alternative, other: Alternative) => {
    gone.delete(one);
    came.delete(other);
    pairs.push([one, other]);
  };
  for (const one of before) {
    const same = [...came].find(other => isSame(comparison, one, other));
    if (same) {
      match(one, same);
    }
  }
  for (const [one, other] of sameKind(comparison, gone, came)) {
    match(one, other);
  }
  if (gone.size * came.size <= MAX_SCORED_PAIRS) {
    const others = inOrder(came);
    const scored = inOrder(gone).flatMap(one =>
      others.map(other => ({
        one,
        other,
        score: likeness(comparison, one, other),
      })),
    );
    scored.sort((a, b) => b.score - a.score);
    for (const { one, other, score } of scored) {
      if (score > 0 && gone.has(one) && came.has(other)) {
        match(one, other);
      }
    }
  }
  return { pairs, gone: [...gone], came: [...came] };
}

/** Alternatives that the same fixed values tell from all others. */
function sameKind(
  comparison: Comparison,
  gone: ReadonlySet<Alternative>,
  came: ReadonlySet<Alternative>,
): [Alternative, Alternative][] {
  const before = byKind(comparison, gone);
  const after = byKind(comparison, came);
  return [...before].flatMap(([kind, [one, ...more]]) => {
    const [other, ...others] = after.get(kind) ?? [];
    return other && more.length === 0 && others.length === 0
      ? [[one, other] as [Alternative, Alternative]]
      : [];
  });
}

function byKind(
  { prover }: Comparison,
  alternatives: ReadonlySet<Alternative>,
): Map<string, Alternative[]> {
  const kinds = new Map<string, Alternative[]>();
  for (const alternative of alternatives) {
    const { objects } = alternative.state.view;
    const fixed = [...objects.names].sort(compareCodeUnits).flatMap(name => {
      const values = prover.valuesOf(objects.property(name).state);
      return values?.length === 1
        ? `${JSON.stringify(name)}:${writeCanonicalJson(values[0])}`
        : [];
    });
    if (fixed.length > 0) {
      const kind = fixed.join();
      kinds.set(kind, [...(kinds.get(kind) ?? []), alternative]);
    }
  }
  return kinds;
}

/** By what they say, so that the order in which they are written is no matter. */
function inOrder(alternatives: ReadonlySet<Alternative>): Alternative[] {
  return [...alternatives]
    .map(alternative => ({
      alternative,
      text: writeCanonicalJson(canonicalSchema(alternative.node?.json ?? true)),
    }))
    .sort((one, other) => compareCodeUnits(one.text, other.text))
    .map(({ alternative }) => alternative);
}

function isSame(
  { prover }: Comparison,
  one: Alternative,
  other: Alternative,
): boolean {
  prover.space.budget.spend();
  return (
    one.node !== undefined &&
    other.node !== undefined &&
    prover.sameText.of(one.node, other.node)
  );
}

/** Zero or less: they have nothing to do with each other. */
function likeness(
  { prover }: Comparison,
  one: Alternative,
  other: Alternative,
): number {
  prover.space.budget.spend(5);
  const [was, is] = [one.state, other.state];
  if ((was.view.types & is.view.types) === 0) {
    return 0;
  }
  const included =
    (prover.includes(was, is, false) ? 40 : 0) +
    (prover.includes(is, was, false) ? 40 : 0);
  return (
    included +
    (was.view.types === is.view.types ? 10 : 1) +
    labelScore(one.node, other.node) +
    propertyScore(prover, was, is)
  );
}

function labelScore(one?: SchemaNode, other?: SchemaNode): number {
  const isSameLabel = (keyword: string) => {
    const label = labelOf(one, keyword);
    return (
      label !== undefined && equalJson(label, labelOf(other, keyword) ?? null)
    );
  };
  return (isSameLabel('$ref') ? 60 : 0) + (isSameLabel('title') ? 30 : 0);
}

function labelOf(
  node: SchemaNode | undefined,
  keyword: string,
): JsonValue | undefined {
  return node && isJsonObject(node.json)
    ? getOwn(node.json, keyword)
    : undefined;
}

/** Properties with a fixed value tell alternatives apart. */
function propertyScore(
  prover: Comparison['prover'],
  was: State,
  is: State,
): number {
  const [before, after] = [was.view.objects, is.view.objects];
  let shared = 0;
  let score = 0;
  for (const name of before.names) {
    if (after.names.has(name)) {
      shared += 1;
      const one = prover.valuesOf(before.property(name).state);
      const other = prover.valuesOf(after.property(name).state);
      if (one?.length === 1 && other?.length === 1) {
        score += equalJson(one[0], other[0]) ? 50 : -200;
      }
    }
  }
  const all = before.names.size + after.names.size - shared;
  return score + (all > 0 ? (shared / all) * 20 : 0);
}
