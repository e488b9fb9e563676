import type { Not } from './elements';
import { ARRAY, INTEGER, NUMBER, OBJECT, STRING } from './jsonTypes';
import { fewestItems, mostItems } from './proveArray';
import { fewestProperties, mostProperties } from './proveObject';
import { MAX_CASES, type Prover } from './Prover';
import type { State } from './State';

const RULES: readonly [number, (prover: Prover, state: State) => boolean][] = [
  [NUMBER, noNumber],
  [STRING, noString],
  [ARRAY, noArray],
  [OBJECT, noObject],
];

/** True when what a state says can't all hold of any value. */
export function isContradictory(prover: Prover, state: State): boolean {
  return (
    isPlainlyContradictory(prover, state) ||
    state.view.nots.some(not => isRuledOut(prover, state, not)) ||
    hasNoCase(prover, state)
  );
}

function isRuledOut(prover: Prover, state: State, not: Not): boolean {
  const excluded = prover.space.of(not.schema);
  // What excludes itself, no validator comes to an end with.
  return (
    !excluded.elements.includes(not) && prover.includesPlainly(state, excluded)
  );
}

/** Whatever branch is chosen. */
function isPlainlyContradictory(prover: Prover, state: State): boolean {
  let { types } = state.view;
  if (types === 0 || prover.valuesOf(state)?.length === 0) {
    return true;
  }
  for (const [type, isImpossible] of RULES) {
    if ((types & type) !== 0 && isImpossible(prover, state)) {
      types &= ~type;
    }
  }
  return types === 0;
}

/** All its cases are contradictory, of which there may be none. */
function hasNoCase(prover: Prover, state: State): boolean {
  const cases = casesLeft(prover, state);
  return (
    cases !== undefined &&
    (cases.length === 0 ||
      (cases[0].cases <= MAX_CASES &&
        cases.every(single => prover.isEmpty(single))))
  );
}

/**
 * Of several unions, the one with the fewest branches left is followed: to
 * follow each would take as many steps as there are orders to follow them in.
 */
function casesLeft(prover: Prover, state: State): readonly State[] | undefined {
  const { unions, conditions } = state.view;
  let fewest: readonly State[] | undefined;
  for (const union of unions) {
    const left = prover.space
      .casesOf(state, union)
      .filter(single => !isPlainlyContradictory(prover, single));
    if (!fewest || left.length < fewest.length) {
      fewest = left;
    }
    if (left.length === 0) {
      break;
    }
  }
  return (
    fewest ??
    (conditions.length > 0
      ? prover.casesOfCondition(state, conditions[0])
      : undefined)
  );
}

function noNumber(_: Prover, { view }: State): boolean {
  const low = view.effective('low');
  const high = view.effective('high');
  if (!low || !high) {
    return false;
  }
  return (
    low.value > high.value ||
    (low.value === high.value &&
      (low.exclusive ||
        high.exclusive ||
        ((view.types & NUMBER) === INTEGER && !Number.isInteger(low.value))))
  );
}

function noString(_: Prover, { view }: State): boolean {
  const min = view.count('minLength')?.value ?? 0;
  return min > (view.count('maxLength')?.value ?? Infinity);
}

function noArray(prover: Prover, state: State): boolean {
  const fewest = fewestItems(state);
  return fewest > 0 && fewest > mostItems(prover, state);
}

function noObject(prover: Prover, state: State): boolean {
  const { objects } = state.view;
  const fewest = fewestProperties(state);
  if (fewest === 0) {
    return false;
  }
  for (const name of objects.required) {
    if (prover.isEmptyInside(objects.property(name).state)) {
      return true;
    }
  }
  if (!state.view.count('minProperties')) {
    // What is required is possible.
    return fewest > (state.view.count('maxProperties')?.value ?? Infinity);
  }
  return fewest > mostProperties(prover, state);
}
