import type { JsonValue } from '../../canonical/JsonValue';
import type { Core } from './elements';
import { equalJson } from './equalJson';
import { type Answer, type Evaluator, every } from './Evaluator';

/** Pairs beyond this are not looked at one by one. */
const MAX_UNIQUE_ITEMS = 100;

/** What a core says of an array, its type aside. */
export function evaluateArray(
  evaluator: Evaluator,
  core: Core,
  value: readonly JsonValue[],
): Answer {
  const { counts } = core;
  if (
    value.length < (counts?.minItems ?? 0) ||
    value.length > (counts?.maxItems ?? Infinity)
  ) {
    return false;
  }
  return every(
    [
      () => isUnique(core, value),
      () => contains(evaluator, core, value),
      () => every(value.keys(), index => item(evaluator, core, value, index)),
    ],
    test => test(),
  );
}

function isUnique(core: Core, value: readonly JsonValue[]): Answer {
  if (!core.unique) {
    return true;
  }
  return value.length > MAX_UNIQUE_ITEMS
    ? undefined
    : value.every(
        (one, index) =>
          !value.slice(index + 1).some(other => equalJson(one, other)),
      );
}

function contains(
  evaluator: Evaluator,
  { contains: wanted }: Core,
  value: readonly JsonValue[],
): Answer {
  if (!wanted) {
    return true;
  }
  const answers = value.map(one => evaluator.accepts(wanted.schema, one));
  const least = answers.filter(answer => answer === true).length;
  const most = answers.filter(answer => answer !== false).length;
  if (most < wanted.min || least > wanted.max) {
    return false;
  }
  return least >= wanted.min && most <= wanted.max ? true : undefined;
}

function item(
  evaluator: Evaluator,
  { prefix, tail }: Core,
  value: readonly JsonValue[],
  index: number,
): Answer {
  const first =
    !prefix || index >= prefix.length
      ? true
      : evaluator.accepts(prefix[index], value[index]);
  if (first === false || !tail || index < tail.from) {
    return first;
  }
  const later = evaluator.accepts(tail.schema, value[index]);
  if (later === true) {
    return first;
  }
  return later === false && !tail.depends ? false : undefined;
}
