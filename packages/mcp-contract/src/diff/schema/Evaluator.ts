import { isJsonObject, type JsonValue } from '../../canonical/JsonValue';
import type { Condition, Core, Element, Union } from './elements';
import { evaluateArray } from './evaluateArray';
import { evaluateObject } from './evaluateObject';
import { isMultiple, toRatio } from './exactNumbers';
import { ALL_TYPES, typeOfValue } from './jsonTypes';
import type { SchemaNode } from './SchemaDocument';
import type { StateSpace } from './StateSpace';
import { isListed } from './valueLists';

/** Undefined: it can't be told. */
export type Answer = boolean | undefined;

/** The schemas at work on a value: to meet one again is to go in circles. */
type Active = ReadonlySet<SchemaNode>;
const NONE: Active = new Set();

/**
 * Tells whether a value is valid. Three-valued, since a validator would have
 * to run patterns that nobody checked, and to know every format.
 */
export class Evaluator {
  constructor(readonly space: StateSpace) {}

  accepts(schema: SchemaNode, value: JsonValue, active: Active = NONE): Answer {
    if (active.has(schema)) {
      return undefined;
    }
    const { budget, closures } = this.space;
    budget.spend();
    return budget.deeper(() => {
      const inner = new Set(active).add(schema);
      return every(closures.closureOf(schema).elements, element =>
        this.satisfies(element, value, inner),
      );
    });
  }

  satisfies(element: Element, value: JsonValue, active: Active = NONE): Answer {
    switch (element.kind) {
      case 'core':
        return this.satisfiesCore(element, value);
      case 'union':
        return this.satisfiesUnion(element, value, active);
      case 'not':
        return negate(this.accepts(element.schema, value, active));
      case 'condition':
        return this.satisfiesCondition(element, value, active);
      case 'dependent':
        return isJsonObject(value) && has(value, element.name)
          ? this.accepts(element.schema, value, active)
          : true;
      case 'types':
        return (typeOfValue(value) & element.types) !== 0;
      case 'presence':
        return isJsonObject(value) && has(value, element.name);
      case 'beside':
        return true;
      default:
        return undefined;
    }
  }

  private satisfiesCore(core: Core, value: JsonValue): Answer {
    if (core.never || (typeOfValue(value) & (core.types ?? ALL_TYPES)) === 0) {
      return false;
    }
    if (core.values?.some(({ values }) => !isListed(values, value))) {
      return false;
    }
    if (typeof value === 'number') {
      return satisfiesNumber(core, value);
    }
    if (typeof value === 'string') {
      return this.satisfiesString(core, value);
    }
    if (Array.isArray(value)) {
      return evaluateArray(this, core, value);
    }
    return isJsonObject(value) ? evaluateObject(this, core, value) : true;
  }

  private satisfiesString(core: Core, value: string): Answer {
    const { counts, pattern, format } = core;
    if (counts) {
      const length = [...value].length;
      if (
        length < (counts.minLength ?? 0) ||
        length > (counts.maxLength ?? Infinity)
      ) {
        return false;
      }
    }
    const matches =
      pattern === undefined || this.space.patterns.matches(pattern, value);
    return matches && format !== undefined ? undefined : matches;
  }

  private satisfiesUnion(
    union: Union,
    value: JsonValue,
    active: Active,
  ): Answer {
    let accepting = 0;
    let unsure = 0;
    for (const branch of union.branches) {
      const answer = this.accepts(branch, value, active);
      accepting += answer ? 1 : 0;
      unsure += answer === undefined ? 1 : 0;
    }
    if (union.keyword === 'anyOf') {
      return accepting > 0 || (unsure > 0 ? undefined : false);
    }
    if (accepting > 1) {
      return false;
    }
    return unsure > 0 ? undefined : accepting === 1;
  }

  private satisfiesCondition(
    condition: Condition,
    value: JsonValue,
    active: Active,
  ): Answer {
    const holds = this.accepts(condition.schema, value, active);
    const then = condition.then && this.accepts(condition.then, value, active);
    const otherwise =
      condition.else && this.accepts(condition.else, value, active);
    const ifSo = condition.then ? then : true;
    const ifNot = condition.else ? otherwise : true;
    if (holds === undefined) {
      return ifSo === ifNot ? ifSo : undefined;
    }
    return holds ? ifSo : ifNot;
  }
}

/** False when any is, else undefined when any is. */
export function every<T>(
  items: Iterable<T>,
  test: (item: T) => Answer,
): Answer {
  let result: Answer = true;
  for (const item of items) {
    const answer = test(item);
    if (answer === false) {
      return false;
    }
    result = answer === undefined ? undefined : result;
  }
  return result;
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

export function has(value: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, name);
}

function satisfiesNumber({ low, high, step }: Core, value: number): Answer {
  if (low && (value < low.value || (low.exclusive && value === low.value))) {
    return false;
  }
  if (
    high &&
    (value > high.value || (high.exclusive && value === high.value))
  ) {
    return false;
  }
  if (!step) {
    return true;
  }
  const ratio = toRatio(value);
  return ratio && isMultiple(ratio, step.ratio);
}
