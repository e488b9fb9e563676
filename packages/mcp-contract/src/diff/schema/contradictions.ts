import { ARRAY, INTEGER, NUMBER, OBJECT, STRING } from './jsonTypes';
import { fewestItems, mostItems } from './proveArray';
import { fewestProperties, mostProperties } from './proveObject';
import type { Prover } from './Prover';
import type { State } from './State';

/** True when what a state says can't all hold of any value. */
export function isContradictory(prover: Prover, state: State): boolean {
  const { view } = state;
  let { types } = view;
  if (types === 0 || prover.valuesOf(state)?.length === 0) {
    return true;
  }
  const rules: [number, (prover: Prover, state: State) => boolean][] = [
    [NUMBER, noNumber],
    [STRING, noString],
    [ARRAY, noArray],
    [OBJECT, noObject],
  ];
  for (const [type, isImpossible] of rules) {
    if ((types & type) !== 0 && isImpossible(prover, state)) {
      types &= ~type;
    }
  }
  return (
    types === 0 ||
    view.unions.some(union =>
      prover.space
        .casesOf(state, union)
        .every(single => prover.isEmpty(single)),
    ) ||
    view.nots.some(not =>
      prover.includes(
        prover.space.without(state, not),
        prover.space.of(not.schema),
        true,
      ),
    )
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
