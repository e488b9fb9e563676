import type { Comparison } from './Comparison';
import type { Union } from './elements';
import { singleTypes } from './jsonTypes';
import { matchBranches, type Alternative } from './matchBranches';
import { type Effects, type Pair, spotOf } from './Pair';
import type { State } from './State';
import { propertyPath, subject } from './wording';

const NEITHER: Effects = { narrowed: false, widened: false };

/** Unions that only one of both has, word for word. */
export interface OtherUnions {
  before: readonly Union[];
  after: readonly Union[];
}

export function findOtherUnions(
  comparison: Comparison,
  pair: Pair,
): OtherUnions {
  const before: Union[] = [];
  const after = [...pair.after.view.unions];
  for (const union of pair.before.view.unions) {
    const twin = after.findIndex(other => isSameText(comparison, union, other));
    if (twin >= 0) {
      after.splice(twin, 1);
    } else {
      before.push(union);
    }
  }
  return { before, after };
}

/**
 * `anyOf` and `oneOf`: which alternative became which. Each is compared with
 * all that is said beside it, once for each pair of alternatives; returns how
 * many these were.
 */
export function compareBranches(
  comparison: Comparison,
  pair: Pair,
  unions: OtherUnions,
  { listsValues }: { listsValues: boolean },
): number {
  const after = [...unions.after];
  let pairs = 0;
  for (const was of unions.before) {
    const like = after.findIndex(({ keyword }) => keyword === was.keyword);
    const [is] = after.splice(Math.max(like, 0), 1);
    pairs += compareUnion(comparison, pair, was, is, listsValues);
  }
  for (const is of after) {
    pairs += compareUnion(comparison, pair, undefined, is, listsValues);
  }
  return pairs;
}

function isSameText({ prover }: Comparison, one: Union, other: Union): boolean {
  return (
    one.keyword === other.keyword &&
    prover.sameText.ofAll(one.branches, other.branches)
  );
}

function compareUnion(
  comparison: Comparison,
  pair: Pair,
  was: Union | undefined,
  is: Union | undefined,
  listsValues: boolean,
): number {
  const { prover } = comparison;
  const { evidence, leansOn } = pair;
  const before = alternativesOf(comparison, pair.before, was);
  const after = alternativesOf(comparison, pair.after, is);
  const { pairs, gone, came } = matchBranches(comparison, before, after);
  for (const [one, other] of pairs) {
    const effects = listsValues
      ? NEITHER
      : {
          narrowed:
            pair.effects.narrowed &&
            !prover.includes(one.state, pair.after, false),
          widened:
            pair.effects.widened &&
            !prover.includes(other.state, pair.before, false),
        };
    comparison.compareInside(pair, one.state, other.state, pair.path, effects);
  }
  if (!listsValues) {
    reportGone(comparison, pair, gone, was);
    reportCame(comparison, pair, came, is);
  }
  const unexplained =
    pair.isAtRisk && pair.evidence === evidence && pair.leansOn === leansOn;
  const rule = was?.keyword === 'oneOf' || is?.keyword === 'oneOf';
  if (unexplained && rule && !isProven(comparison, pair, was, is)) {
    pair.report('one-of-changed', 'changed', {
      before: was && spotOf(was.node, was.keyword),
      after: is && spotOf(is.node, is.keyword),
      message: `The alternatives of ${pair.object} changed. Whether exactly one still fits can not be decided.`,
    });
  }
  return pairs.length;
}

function isProven(
  { prover }: Comparison,
  pair: Pair,
  was: Union | undefined,
  is: Union | undefined,
): boolean {
  return pair.side === 'input'
    ? !is || prover.provesElement(pair.before, is, false)
    : !was || prover.provesElement(pair.after, was, false);
}

/** Without a union, a schema is the one alternative to itself. */
function alternativesOf(
  { prover: { space } }: Comparison,
  state: State,
  union: Union | undefined,
): Alternative[] {
  if (union) {
    return space
      .casesOf(state, union)
      .map((single, index) => ({ state: single, node: union.branches[index] }));
  }
  const types = singleTypes(state.view.types);
  return types.length > 1 && types.length < 6
    ? types.map(type => ({ state: space.withTypes(state, type, 1) }))
    : [{ state }];
}

function reportGone(
  { prover }: Comparison,
  pair: Pair,
  gone: readonly Alternative[],
  union: Union | undefined,
): void {
  for (const { state, node } of gone) {
    if (prover.includes(state, pair.after, false)) {
      mentionRemoved(pair, state);
    } else if ((state.view.types & pair.after.view.types) !== 0) {
      // A type that is gone has been reported.
      pair.report('branch-removed', 'narrowed', {
        before: node && { pointer: node.pointer, value: node.json },
        message: union
          ? `An alternative of ${pair.object} was removed.`
          : `${pair.subject} must now fit one of several alternatives.`,
      });
    }
  }
}

function reportCame(
  { prover }: Comparison,
  pair: Pair,
  came: readonly Alternative[],
  union: Union | undefined,
): void {
  for (const { state, node } of came) {
    if (prover.includes(state, pair.before, false)) {
      mentionAdded(pair, state);
    } else if ((state.view.types & pair.before.view.types) !== 0) {
      pair.report('branch-added', 'widened', {
        after: node && { pointer: node.pointer, value: node.json },
        message: union
          ? `An alternative was added to ${pair.object}.`
          : `${pair.subject} need no longer fit one of several alternatives.`,
      });
    }
  }
}

/** Another alternative takes what this one did, without these properties. */
function mentionRemoved(pair: Pair, { view }: State): void {
  for (const [name, [schema]] of view.objects.listed) {
    if (isUnknownTo(pair.after, name)) {
      const what = subject(propertyPath(pair.path, name), pair.side);
      const before = { pointer: schema.pointer, value: schema.json };
      pair.mention(
        pair.side === 'input' ? 'property-ignored' : 'property-undeclared',
        {
          before,
          message:
            pair.side === 'input'
              ? `${what} was removed; who sends it is not refused, but it is ignored.`
              : `${what} is no longer declared.`,
        },
      );
    }
  }
}

function mentionAdded(pair: Pair, { view }: State): void {
  for (const [name, [schema]] of view.objects.listed) {
    if (isUnknownTo(pair.before, name)) {
      const what = subject(propertyPath(pair.path, name), pair.side);
      pair.mention('property-added', {
        after: { pointer: schema.pointer, value: schema.json },
        message: `${what} was added.`,
      });
    }
  }
}

function isUnknownTo({ view }: State, name: string): boolean {
  return !view.objects.names.has(name) && !view.objects.isWithinReach(name);
}
