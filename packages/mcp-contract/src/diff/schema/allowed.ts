import type { JsonValue } from '../../canonical/JsonValue';
import { Core, type Not } from './elements';
import { ALL_TYPES, BOOLEAN, FRACTION, NULL, typeOfValue } from './jsonTypes';
import type { StateSpace } from './StateSpace';
import type { View } from './View';

/** Types that values may have; others they certainly have not. */
export function findTypes(view: View, space: StateSpace): number {
  let types = view.caseTypes;
  for (const core of view.cores) {
    types &= core.never ? 0 : core.types ?? ALL_TYPES;
    for (const { values } of core.values ?? []) {
      types &= values.reduce<number>(
        (all, value) => all | typeOfValue(value),
        0,
      );
    }
  }
  for (const { branches } of view.unions) {
    let mask = 0;
    for (const branch of branches) {
      mask |= space.of(branch).view.types;
    }
    types &= mask;
  }
  for (const { schema } of view.nots) {
    types &= ~typesExcluded(space, schema);
  }
  const { step } = view;
  return step && step.denominator === 1n ? types & ~FRACTION : types;
}

/** Those that a `not` rules out whole. */
function typesExcluded(space: StateSpace, schema: Not['schema']): number {
  const { elements } = space.of(schema);
  if (elements.length === 0) {
    return ALL_TYPES;
  }
  const [element] = elements;
  return elements.length === 1 && element.kind === 'core' && isTypeOnly(element)
    ? element.types!
    : 0;
}

/** All values that may be in it, and some that are not; undefined: no list. */
export function findCandidates(
  view: View,
  space: StateSpace,
  types: number,
): readonly JsonValue[] | undefined {
  for (const { values } of view.cores) {
    if (values) {
      return values[0].values;
    }
  }
  for (const { branches } of view.unions) {
    const lists = branches.map(branch => space.of(branch).view.candidates);
    if (!lists.includes(undefined)) {
      return lists.flatMap(list => list ?? []);
    }
  }
  if ((types & ~(NULL | BOOLEAN)) !== 0) {
    return undefined;
  }
  return [
    ...((types & NULL) !== 0 ? [null] : []),
    ...((types & BOOLEAN) !== 0 ? [true, false] : []),
  ];
}

function isTypeOnly(core: Core): boolean {
  const plain = new Core(core.id, core.node);
  plain.types = core.types;
  return (
    core.types !== undefined &&
    Object.entries(plain).every(
      ([key, value]) => core[key as keyof Core] === value,
    )
  );
}
