import type { JsonValue } from '../../canonical/JsonValue';
import {
  compareCodeUnits,
  writeCanonicalJson,
} from '../../canonical/writeCanonicalJson';
import type { Comparison } from './Comparison';
import type { Spot } from './Findings';
import { type Pair, spotOf } from './Pair';
import type { State } from './State';
import { listed, quoted } from './wording';

/** Reports values that came and went; true when there was a list of them. */
export function compareValues({ prover }: Comparison, pair: Pair): boolean {
  const was = hasList(pair.before) ? prover.valuesOf(pair.before) : undefined;
  const is = hasList(pair.after) ? prover.valuesOf(pair.after) : undefined;
  if (!was !== !is && (pair.before.view.types & pair.after.view.types) === 0) {
    // Another type says it all.
    return false;
  }
  const spots = {
    before: spotOfValues(pair.before),
    after: spotOfValues(pair.after),
  };
  const refusedBy = (state: State) => (value: JsonValue) =>
    state.elements.some(
      element => prover.evaluator.satisfies(element, value) === false,
    );
  if (was && is) {
    compareLists(pair, was, is, spots);
  } else if (is) {
    pair.report('enum-introduced', 'narrowed', {
      ...spots,
      message: `${pair.subject} must now be ${listed(
        sorted(is),
        'or',
      )}; other values were allowed.`,
    });
    reportCame(pair, sorted(is.filter(refusedBy(pair.before))), spots);
  } else if (was) {
    pair.report('enum-dropped', 'widened', {
      ...spots,
      message: `${pair.subject} may now have other values than ${listed(
        sorted(was),
      )}.`,
    });
    reportGone(pair, sorted(was.filter(refusedBy(pair.after))), spots);
  }
  return was !== undefined || is !== undefined;
}

interface Spots {
  before: Spot | undefined;
  after: Spot | undefined;
}

function compareLists(
  pair: Pair,
  was: readonly JsonValue[],
  is: readonly JsonValue[],
  spots: Spots,
): void {
  const textsBefore = new Map(
    was.map(value => [writeCanonicalJson(value), value]),
  );
  const textsAfter = new Map(
    is.map(value => [writeCanonicalJson(value), value]),
  );
  const without = (
    some: Map<string, JsonValue>,
    others: Map<string, JsonValue>,
  ) =>
    sorted(
      [...some].filter(([text]) => !others.has(text)).map(([, value]) => value),
    );
  const gone = without(textsBefore, textsAfter);
  const came = without(textsAfter, textsBefore);
  if (was.length === 1 && is.length === 1 && gone.length === 1) {
    pair.report('const-changed', 'changed', {
      ...spots,
      message: `${pair.subject} must now be ${quoted(
        is[0],
      )}; it had to be ${quoted(was[0])}.`,
    });
    return;
  }
  reportGone(pair, gone, spots);
  reportCame(pair, came, spots);
}

function reportGone(
  pair: Pair,
  gone: readonly JsonValue[],
  spots: Spots,
): void {
  if (gone.length > 0) {
    pair.report('enum-value-removed', 'narrowed', {
      ...spots,
      message: `${pair.subject} may no longer be ${listed(gone, 'or')}.`,
    });
  }
}

function reportCame(
  pair: Pair,
  came: readonly JsonValue[],
  spots: Spots,
): void {
  if (came.length > 0) {
    pair.report('enum-value-added', 'widened', {
      ...spots,
      message: `${pair.subject} may now be ${listed(came, 'or')}.`,
    });
  }
}

/** Values are listed somewhere; it is not only that there are few of a type. */
function hasList({ view }: State): boolean {
  return (
    view.cores.some(({ values }) => values) ||
    view.unions.some(({ branches }) => branches.length > 1 && view.candidates)
  );
}

function spotOfValues({ view, origins }: State): Spot | undefined {
  const core = view.cores.find(({ values }) => values);
  if (core) {
    return spotOf(core.node, core.values![0].keyword);
  }
  const [union] = view.unions;
  return union
    ? spotOf(union.node, union.keyword)
    : origins[0] && { pointer: origins[0].pointer };
}

function sorted(values: readonly JsonValue[]): JsonValue[] {
  return values
    .map(value => ({ value, text: writeCanonicalJson(value) }))
    .sort((one, other) => compareCodeUnits(one.text, other.text))
    .map(({ value }) => value);
}
