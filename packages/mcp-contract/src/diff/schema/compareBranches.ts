import type { Comparison } from './Comparison';
import type { Union } from './elements';
import { singleTypes } from './jsonTypes';
import { matchBranches, type Alternative } from './matchBranches';
import { type Effects, type Pair, spotOf } from './Pair';
import type { State } from './State';

const NEITHER: Effects = { narrowed: false, widened: false };

/** `anyOf` and `oneOf`: which alternative became which. */
export function compareBranches(
  comparison: Comparison,
  pair: Pair,
  { listsValues }: { listsValues: boolean },
): void {
  const before = [...pair.before.view.unions];
  const after = [...pair.after.view.unions];
  if (before.length === 0 && after.length === 0) {
    return;
  }
  for (const union of [...before]) {
    const twin = after.findIndex(other => isSameText(comparison, union, other));
    if (twin >= 0) {
      before.splice(before.indexOf(union), 1);
      after.splice(twin, 1);
    }
  }
  const count = Math.max(before.length, after.length);
  for (let index = 0; index < count; index++) {
    compareUnion(comparison, pair, before[index], after[index], listsValues);
  }
}

function isSameText({ prover }: Comparison, one: Union, other: Union): boolean {
  return (
    one.keyword === other.keyword &&
    one.branches.length === other.branches.length &&
    one.branches.every((branch, index) =>
      prover.sameText.of(branch, other.branches[index]),
    )
  );
}

function compareUnion(
  comparison: Comparison,
  pair: Pair,
  was: Union | undefined,
  is: Union | undefined,
  listsValues: boolean,
): void {
  const { prover } = comparison;
  const evidence = pair.evidence;
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
  const unexplained = pair.isAtRisk && pair.evidence === evidence;
  const rule = was?.keyword === 'oneOf' || is?.keyword === 'oneOf';
  if (unexplained && rule && !isProven(comparison, pair, was, is)) {
    pair.report('one-of-changed', 'changed', {
      before: was && spotOf(was.node, was.keyword),
      after: is && spotOf(is.node, is.keyword),
      message: `The alternatives of ${pair.subject} changed. Whether exactly one still fits can not be decided.`,
    });
  }
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
    // A type that is gone has been reported.
    const isToldByType = (state.view.types & pair.after.view.types) === 0;
    if (!isToldByType && !prover.includes(state, pair.after, false)) {
      pair.report('branch-removed', 'narrowed', {
        before: node && { pointer: node.pointer, value: node.json },
        message: union
          ? `An alternative of ${pair.subject} was removed.`
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
    const isToldByType = (state.view.types & pair.before.view.types) === 0;
    if (!isToldByType && !prover.includes(state, pair.before, false)) {
      pair.report('branch-added', 'widened', {
        after: node && { pointer: node.pointer, value: node.json },
        message: union
          ? `An alternative was added to ${pair.subject}.`
          : `${pair.subject} need no longer fit one of several alternatives.`,
      });
    }
  }
}
