import type {
  Beside,
  Condition,
  Dependent,
  Element,
  Not,
  PresenceCase,
  TypeCase,
  Union,
} from './elements';
import type { Core } from './elements';
import { isAbsent } from './proveObject';
import type { Prover } from './Prover';
import type { State } from './State';

/** More branches than this are not told apart pair by pair. */
const MAX_PAIRED_BRANCHES = 200;

/** Proves what keywords that combine schemas say. */
export function proveCombined(
  prover: Prover,
  one: State,
  element: Exclude<Element, Core>,
  strict: boolean,
): boolean {
  if (hasTwin(prover, one, element)) {
    return true;
  }
  switch (element.kind) {
    case 'union':
      return element.keyword === 'anyOf'
        ? provesAnyOf(prover, one, element, strict)
        : provesOneOf(prover, one, element, strict);
    case 'not':
      return provesNot(prover, one, element);
    case 'condition':
      return provesCondition(prover, one, element, strict);
    case 'dependent':
      return provesDependent(prover, one, element, strict);
    case 'opaque':
      return false;
    default:
      return provesCase(one, element);
  }
}

/** The same is said, word for word, by the state. */
function hasTwin(prover: Prover, one: State, element: Element): boolean {
  prover.space.budget.spend(1 + (one.elements.length >> 4));
  return one.elements.some(other => isTwin(prover, other, element));
}

function isTwin({ sameText }: Prover, one: Element, other: Element): boolean {
  if (one.kind === 'union' && other.kind === 'union') {
    return (
      one.keyword === other.keyword &&
      sameText.ofAll(one.branches, other.branches)
    );
  }
  if (one.kind === 'not' && other.kind === 'not') {
    return sameText.of(one.schema, other.schema);
  }
  if (one.kind === 'condition' && other.kind === 'condition') {
    return (
      sameText.of(one.schema, other.schema) &&
      isSameOrNone(sameText, one.then, other.then) &&
      isSameOrNone(sameText, one.else, other.else)
    );
  }
  if (one.kind === 'dependent' && other.kind === 'dependent') {
    return one.name === other.name && sameText.of(one.schema, other.schema);
  }
  return (
    one.kind === 'opaque' &&
    other.kind === 'opaque' &&
    one.text !== undefined &&
    one.text === other.text
  );
}

function isSameOrNone(
  sameText: Prover['sameText'],
  one: Condition['then'],
  other: Condition['then'],
): boolean {
  return one && other ? sameText.of(one, other) : one === other;
}

function provesAnyOf(
  prover: Prover,
  one: State,
  { branches }: Union,
  strict: boolean,
): boolean {
  return branches.some(branch =>
    prover.includes(one, prover.space.of(branch), strict),
  );
}

/** Exactly one: either only one is possible here, or it is as it was. */
function provesOneOf(
  prover: Prover,
  one: State,
  { branches }: Union,
  strict: boolean,
): boolean {
  const { space } = prover;
  const only = branches.findIndex(branch =>
    prover.includes(one, space.of(branch), strict),
  );
  if (
    only >= 0 &&
    branches.every(
      (branch, index) =>
        index === only || prover.areDisjoint(one, space.of(branch)),
    )
  ) {
    return true;
  }
  return one.view.unions.some(
    union =>
      union.keyword === 'oneOf' && isSameOneOf(prover, one, union, branches),
  );
}

/** Branch by branch the same, whatever the order. */
function isSameOneOf(
  prover: Prover,
  one: State,
  given: Union,
  branches: Union['branches'],
): boolean {
  if (branches.length > MAX_PAIRED_BRANCHES) {
    return false;
  }
  const { space } = prover;
  const rest = space.without(one, given);
  const within = (branch: Union['branches'][number]) =>
    space.meet(rest, space.of(branch));
  const left = new Set(branches);
  for (const branch of given.branches) {
    const ours = within(branch);
    const twin = [...left].find(
      other =>
        prover.sameText.of(branch, other) ||
        (prover.includes(ours, space.of(other), true) &&
          prover.includes(within(other), space.of(branch), true)),
    );
    if (twin) {
      left.delete(twin);
    } else if (!prover.isEmpty(ours)) {
      return false;
    }
  }
  return [...left].every(branch => prover.isEmpty(within(branch)));
}

function provesNot(prover: Prover, one: State, { schema }: Not): boolean {
  const { space } = prover;
  const excluded = space.of(schema);
  return (
    prover.areDisjoint(one, excluded) ||
    one.view.nots.some(not =>
      prover.includes(excluded, space.of(not.schema), true),
    )
  );
}

function provesCondition(
  prover: Prover,
  one: State,
  { schema, then, else: otherwise, negated }: Condition,
  strict: boolean,
): boolean {
  const { space } = prover;
  const condition = space.of(schema);
  const known = one.view.conditions.filter(other =>
    prover.areEqual(space.of(other.schema), condition),
  );
  const given = (holds: boolean) =>
    known.reduce(
      (state, other) => prover.assume(state, other, holds),
      holds ? space.meet(one, condition) : space.with(one, negated, 1),
    );
  const provesThen = () =>
    !then ||
    prover.isEmpty(given(true)) ||
    prover.includes(given(true), space.of(then), strict);
  const provesElse = () =>
    !otherwise ||
    prover.includes(one, condition, strict) ||
    prover.includes(given(false), space.of(otherwise), strict);
  return provesThen() && provesElse();
}

function provesDependent(
  prover: Prover,
  one: State,
  { name, schema }: Dependent,
  strict: boolean,
): boolean {
  return (
    isAbsent(prover, one, name, strict) ||
    prover.includes(
      prover.space.withPresence(one, name),
      prover.space.of(schema),
      strict,
    )
  );
}

/** Cases are narrowed by what a state allows anyway. */
function provesCase(
  one: State,
  element: TypeCase | PresenceCase | Beside,
): boolean {
  switch (element.kind) {
    case 'types':
      return (one.view.types & ~element.types) === 0;
    case 'presence':
      return one.view.objects.required.has(element.name);
    default:
      return true;
  }
}
