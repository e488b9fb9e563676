import type { Core } from './elements';
import { isMultiple } from './exactNumbers';
import {
  ALL_TYPES,
  ARRAY,
  FRACTION,
  NUMBER,
  OBJECT,
  STRING,
} from './jsonTypes';
import { proveArray } from './proveArray';
import { proveObject } from './proveObject';
import type { Prover } from './Prover';
import { isTighter } from './bounds';
import { isListed } from './valueLists';
import type { State } from './State';

/** Proves that what a core says holds in a state. */
export function proveCore(
  prover: Prover,
  one: State,
  core: Core,
  strict: boolean,
): boolean {
  const { types } = one.view;
  if (core.never || (types & ~(core.types ?? ALL_TYPES)) !== 0) {
    return false;
  }
  return (
    provesValues(prover, one, core) &&
    ((types & NUMBER) === 0 || provesNumber(one, core)) &&
    ((types & STRING) === 0 || provesString(one, core)) &&
    ((types & ARRAY) === 0 || proveArray(prover, one, core, strict)) &&
    ((types & OBJECT) === 0 || proveObject(prover, one, core, strict))
  );
}

function provesValues(prover: Prover, one: State, core: Core): boolean {
  if (!core.values) {
    return true;
  }
  const given = prover.valuesOf(one);
  return (
    given !== undefined &&
    core.values.every(({ values }) =>
      given.every(value => isListed(values, value)),
    )
  );
}

export function provesLow({ view }: State, { low }: Core): boolean {
  const own = view.effective('low');
  return !low || (own !== undefined && !isTighter(low, own, true));
}

export function provesHigh({ view }: State, { high }: Core): boolean {
  const own = view.effective('high');
  return !high || (own !== undefined && !isTighter(high, own, false));
}

export function provesStep({ view }: State, { step }: Core): boolean {
  if (!step) {
    return true;
  }
  const own =
    view.step ??
    ((view.types & FRACTION) === 0
      ? { numerator: 1n, denominator: 1n }
      : undefined);
  return own !== undefined && isMultiple(own, step.ratio);
}

function provesNumber(one: State, core: Core): boolean {
  return provesLow(one, core) && provesHigh(one, core) && provesStep(one, core);
}

function provesString(one: State, core: Core): boolean {
  const { view } = one;
  const min = core.counts?.minLength ?? 0;
  const max = core.counts?.maxLength ?? Infinity;
  return (
    (view.count('minLength')?.value ?? 0) >= min &&
    (view.count('maxLength')?.value ?? Infinity) <= max &&
    (core.pattern === undefined || view.textPatterns.has(core.pattern)) &&
    (core.format === undefined || view.formats.has(core.format))
  );
}
