import type { JsonObject } from '../../canonical/JsonValue';
import type { Closer, Core } from './elements';
import { type Answer, type Evaluator, every, has } from './Evaluator';

/** What a core says of an object, its type aside. */
export function evaluateObject(
  evaluator: Evaluator,
  core: Core,
  value: JsonObject,
): Answer {
  const names = Object.keys(value);
  const { counts } = core;
  if (
    names.length < (counts?.minProperties ?? 0) ||
    names.length > (counts?.maxProperties ?? Infinity) ||
    core.required?.some(name => !has(value, name))
  ) {
    return false;
  }
  for (const [name, others] of core.dependentRequired ?? []) {
    if (has(value, name) && others.some(other => !has(value, other))) {
      return false;
    }
  }
  return every(names, name => property(evaluator, core, value, name));
}

function property(
  evaluator: Evaluator,
  core: Core,
  value: JsonObject,
  name: string,
): Answer {
  const member = value[name];
  const own = core.properties?.get(name);
  return every(
    [
      () => !core.propertyNames || evaluator.accepts(core.propertyNames, name),
      () => !own || evaluator.accepts(own, member),
      () =>
        every(core.patterns ?? [], ([pattern, schema]) =>
          implied(matches(evaluator, pattern, name), () =>
            evaluator.accepts(schema, member),
          ),
        ),
      () =>
        !core.closer ||
        implied(isClosed(evaluator, core.closer, name), () =>
          evaluator.accepts(core.closer!.schema, member),
        ),
    ],
    test => test(),
  );
}

/** What follows, where it is certain that it has to hold. */
function implied(applies: Answer, test: () => Answer): Answer {
  if (applies === false) {
    return true;
  }
  const answer = test();
  return applies === undefined && answer === false ? undefined : answer;
}

function isClosed(
  evaluator: Evaluator,
  { names, patterns, perhaps }: Closer,
  name: string,
): Answer {
  if (names.has(name)) {
    return false;
  }
  const isDescribed = patterns.map(pattern =>
    matches(evaluator, pattern, name),
  );
  if (isDescribed.includes(true)) {
    return false;
  }
  return isDescribed.includes(undefined) || perhaps ? undefined : true;
}

function matches(evaluator: Evaluator, pattern: string, name: string): Answer {
  return evaluator.space.patterns.matches(pattern, name);
}
