import { knowsItems } from './described';
import type { Core } from './elements';
import type { Prover } from './Prover';
import type { State } from './State';

/** Positions beyond this are taken as one. */
const MAX_POSITIONS = 20_000;

/** Proves what a core says of arrays. */
export function proveArray(
  prover: Prover,
  one: State,
  core: Core,
  strict: boolean,
): boolean {
  const { minItems = 0, maxItems = Infinity } = core.counts ?? {};
  return (
    (minItems === 0 || fewestItems(one) >= minItems) &&
    (maxItems === Infinity || mostItems(prover, one) <= maxItems) &&
    (!core.unique || one.view.arrays.isUnique || mostItems(prover, one) <= 1) &&
    provesItems(prover, one, core, strict) &&
    provesContains(prover, one, core, strict)
  );
}

export function fewestItems({ view }: State): number {
  const needed = view.arrays.cores.map(({ contains }) => contains?.min ?? 0);
  return Math.max(view.count('minItems')?.value ?? 0, ...needed);
}

/** An item that can't be ends the array. */
export function mostItems(prover: Prover, { view }: State): number {
  const limit = view.count('maxItems')?.value ?? Infinity;
  const { arrays } = view;
  for (let index = 0; index <= arrays.tailStart && index < limit; index++) {
    if (prover.isEmptyInside(arrays.item(index))) {
      return index;
    }
  }
  return limit;
}

export function provesItems(
  prover: Prover,
  one: State,
  { prefix, tail }: Core,
  strict: boolean,
): boolean {
  if (!prefix && !tail) {
    return true;
  }
  const { arrays } = one.view;
  const last = Math.max(arrays.tailStart, prefix?.length ?? 0, tail?.from ?? 0);
  const most = mostItems(prover, one);
  if (last > MAX_POSITIONS) {
    return false;
  }
  const isStrict = strict || !knowsItems(prover, one);
  for (let index = 0; index <= last && index < most; index++) {
    const item = arrays.item(index);
    const asked = [
      ...(prefix && index < prefix.length ? [prefix[index]] : []),
      ...(tail && index >= tail.from ? [tail.schema] : []),
    ];
    const isProven = asked.every(schema =>
      prover.includesInner(item, prover.space.of(schema), isStrict),
    );
    if (!isProven) {
      return false;
    }
  }
  return true;
}

export function provesContains(
  prover: Prover,
  one: State,
  { contains: asked }: Core,
  strict: boolean,
): boolean {
  if (!asked) {
    return true;
  }
  const wanted = prover.space.of(asked.schema);
  const said = one.view.arrays.cores.flatMap(({ contains }) => contains ?? []);
  const stateOf = (schema: (typeof said)[number]) =>
    prover.space.of(schema.schema);
  const isStrict = strict || !knowsItems(prover, one);
  const isWanted = (item: State) =>
    prover.includesInner(item, wanted, isStrict);
  const everyItem = (test: (item: State) => boolean) => {
    const items = itemsOf(one);
    return items !== undefined && items.every(test);
  };
  const enough =
    asked.min === 0 ||
    said.some(
      given =>
        given.min >= asked.min &&
        // What it does not describe, others may.
        prover.includesInner(stateOf(given), wanted, true),
    ) ||
    (fewestItems(one) >= asked.min && everyItem(isWanted));
  return (
    enough &&
    (mostItems(prover, one) <= asked.max ||
      said.some(
        given =>
          given.max <= asked.max &&
          prover.includesInner(wanted, stateOf(given), true),
      ) ||
      everyItem(item => prover.areDisjoint(item, wanted)))
  );
}

/** One state for each position that differs; undefined when there are too many. */
function itemsOf({ view: { arrays } }: State): State[] | undefined {
  const { tailStart } = arrays;
  return tailStart > MAX_POSITIONS
    ? undefined
    : Array.from({ length: tailStart + 1 }, (_, index) => arrays.item(index));
}
