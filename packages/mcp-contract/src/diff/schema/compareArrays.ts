import type { Comparison } from './Comparison';
import { compareCounts } from './compareCounts';
import { type Pair, spotIn } from './Pair';
import { provesContains } from './proveArray';
import type { State } from './State';
import { itemPath } from './wording';

const MAX_POSITIONS = 20_000;

/** Arrays, where both allow them. */
export function compareArrays(comparison: Comparison, pair: Pair): void {
  compareItems(comparison, pair);
  compareCounts(pair, {
    min: 'minItems',
    max: 'maxItems',
    rule: 'item-count',
    one: 'item',
    many: 'items',
  });
  compareUnique(pair);
  compareContains(comparison, pair);
}

function compareItems(comparison: Comparison, pair: Pair): void {
  const [was, is] = [pair.before.view.arrays, pair.after.view.arrays];
  const last = Math.min(Math.max(was.tailStart, is.tailStart), MAX_POSITIONS);
  for (let index = 0; index <= last; index++) {
    const isTail = index === last;
    compareItem(
      comparison,
      pair,
      [was.item(index), is.item(index)],
      itemPath(pair.path, isTail ? undefined : index),
    );
  }
}

function compareItem(
  comparison: Comparison,
  pair: Pair,
  [was, is]: [State, State],
  path: string,
): void {
  const { prover } = comparison;
  const wasNothing = prover.isEmptyInside(was);
  const isNothing = prover.isEmptyInside(is);
  if (wasNothing && isNothing) {
    return;
  }
  const spots = {
    before: spotOfTail(pair.before),
    after: spotOfTail(pair.after),
  };
  if (isNothing) {
    pair.report('items-restricted', 'narrowed', {
      ...spots,
      message: `${pair.subject} may no longer have further items.`,
    });
  } else if (wasNothing) {
    pair.report('items-unrestricted', 'widened', {
      ...spots,
      message: `${pair.subject} may now have further items.`,
    });
  } else if (was.elements.length === 0 && is.elements.length > 0) {
    pair.report('items-restricted', 'narrowed', {
      before: spots.before,
      after: { pointer: is.origins[0].pointer, value: is.origins[0].json },
      message: `Items of ${pair.object} must now fit a schema; they could be anything.`,
    });
  } else if (is.elements.length === 0 && was.elements.length > 0) {
    pair.report('items-unrestricted', 'widened', {
      before: { pointer: was.origins[0].pointer, value: was.origins[0].json },
      after: spots.after,
      message: `Items of ${pair.object} can now be anything; they had to fit a schema.`,
    });
  } else {
    comparison.compareInside(pair, was, is, path);
  }
}

function spotOfTail({ view }: State) {
  const core = view.cores.find(({ tail }) => tail);
  return (
    core && {
      pointer: core.node.pointerTo(core.tail!.keyword),
      value: core.tail!.schema.json,
    }
  );
}

function compareUnique(pair: Pair): void {
  const was = pair.before.view.arrays.isUnique;
  const is = pair.after.view.arrays.isUnique;
  if (is && !was) {
    pair.report('unique-items-added', 'narrowed', {
      after: spotIn(pair.after, 'uniqueItems', ({ unique }) => unique),
      message: `No two items of ${pair.object} may be equal any more.`,
    });
  } else if (was && !is) {
    pair.report('unique-items-removed', 'widened', {
      before: spotIn(pair.before, 'uniqueItems', ({ unique }) => unique),
      message: `Items of ${pair.object} may now be equal.`,
    });
  }
}

function compareContains({ prover }: Comparison, pair: Pair): void {
  const fits = (one: State, other: State) =>
    other.view.cores.every(core => provesContains(prover, one, core, false));
  const stillFits = fits(pair.before, pair.after);
  const didFit = fits(pair.after, pair.before);
  if (stillFits && didFit) {
    return;
  }
  const spot = (state: State) =>
    spotIn(state, 'contains', ({ contains }) => contains);
  const spots = { before: spot(pair.before), after: spot(pair.after) };
  if (stillFits) {
    pair.report('contains-loosened', 'widened', {
      ...spots,
      message: `${pair.subject} need no longer contain all that it had to.`,
    });
  } else if (didFit) {
    pair.report('contains-tightened', 'narrowed', {
      ...spots,
      message: `${pair.subject} must now contain what it did not have to.`,
    });
  } else {
    pair.report('contains-changed', 'changed', {
      ...spots,
      message: `${pair.subject} must now contain something else. Whether what was allowed still is can not be decided.`,
    });
  }
}
