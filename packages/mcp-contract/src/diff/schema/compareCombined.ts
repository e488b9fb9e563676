import type { Comparison } from './Comparison';
import { compareUnevaluated } from './compareUnevaluated';
import type { Condition, Dependent, Opaque } from './elements';
import { type Pair, spotOf } from './Pair';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';
import { unproven } from './unproven';
import { quoted } from './wording';

/** `not`, conditions, dependent schemas, and what can't be followed. */
export function compareCombined(comparison: Comparison, pair: Pair): void {
  const { before, after } = pair;
  if (isSimple(before) && isSimple(after)) {
    return;
  }
  compareNots(comparison, pair);
  compareConditions(comparison, pair);
  compareDependents(comparison, pair);
  compareOpaques(comparison, pair);
  compareUnevaluated(comparison, pair, {
    is: ({ tail }) => tail?.depends === true,
    keyword: 'unevaluatedItems',
  });
  compareUnevaluated(comparison, pair, {
    is: ({ closer }) => closer?.perhaps !== undefined,
    keyword: 'unevaluatedProperties',
  });
}

/** It has none of these. */
function isSimple({ view }: State): boolean {
  return view.isPlain && view.cores.every(({ tail }) => !tail?.depends);
}

function compareNots(comparison: Comparison, pair: Pair): void {
  const { before, after } = pair;
  const came = unproven(comparison, before, after.view.nots);
  const gone = unproven(comparison, after, before.view.nots);
  const spot = ([not]: typeof came) => not && spotOf(not.node, 'not');
  if (came.length > 0 && gone.length > 0) {
    pair.report('not-changed', 'changed', {
      before: spot(gone),
      after: spot(came),
      message: `${pair.subject} now excludes other values. Whether what was allowed still is can not be decided.`,
    });
  } else if (came.length > 0) {
    pair.report('not-added', 'narrowed', {
      after: spot(came),
      message: `${pair.subject} now excludes some values.`,
    });
  } else if (gone.length > 0) {
    pair.report('not-removed', 'widened', {
      before: spot(gone),
      message: `${pair.subject} no longer excludes some values.`,
    });
  }
}

function compareConditions(comparison: Comparison, pair: Pair): void {
  const { before, after } = pair;
  const came = unproven(comparison, before, after.view.conditions);
  const gone = unproven(comparison, after, before.view.conditions);
  const paired = [
    ...came.map(is => ({ was: twinOf(comparison, before, is), is })),
    ...gone.map(was => ({ was, is: twinOf(comparison, after, was) })),
  ].filter((pairing): pairing is Outcomes =>
    Boolean(pairing.was && pairing.is),
  );
  for (const { was, is } of paired) {
    compareOutcomes(comparison, pair, was, is);
  }
  const isPaired = (condition: Condition) =>
    paired.some(({ was, is }) => was === condition || is === condition);
  reportConditions(
    pair,
    gone.filter(condition => !isPaired(condition)),
    came.filter(condition => !isPaired(condition)),
  );
}

interface Outcomes {
  was: Condition;
  is: Condition;
}

function twinOf(
  { prover }: Comparison,
  { view }: State,
  condition: Condition,
): Condition | undefined {
  const stateOf = ({ schema }: Condition) => prover.space.of(schema);
  return view.conditions.find(other =>
    prover.areEqual(stateOf(other), stateOf(condition)),
  );
}

function reportConditions(
  pair: Pair,
  gone: readonly Condition[],
  came: readonly Condition[],
): void {
  const spot = ([condition]: readonly Condition[]) =>
    condition && spotOf(condition.node, 'if');
  if (came.length > 0 && gone.length > 0) {
    pair.report('condition-changed', 'changed', {
      before: spot(gone),
      after: spot(came),
      message: `A condition of ${pair.object} changed. Whether what was allowed still is can not be decided.`,
    });
  } else if (came.length > 0) {
    pair.report('condition-added', 'narrowed', {
      after: spot(came),
      message: `${pair.subject} must now keep to a condition.`,
    });
  } else if (gone.length > 0) {
    pair.report('condition-removed', 'widened', {
      before: spot(gone),
      message: `${pair.subject} need no longer keep to a condition.`,
    });
  }
}

function compareOutcomes(
  comparison: Comparison,
  pair: Pair,
  was: Condition,
  is: Condition,
): void {
  const { space } = comparison.prover;
  const stateOf = (schema: SchemaNode | undefined) =>
    schema ? space.of(schema) : space.anything;
  const compare = (one?: SchemaNode, other?: SchemaNode) =>
    comparison.compareInside(
      pair,
      stateOf(one),
      stateOf(other),
      pair.path,
      pair.effects,
    );
  compare(was.then, is.then);
  compare(was.else, is.else);
}

function compareDependents(comparison: Comparison, pair: Pair): void {
  const { before, after } = pair;
  const { space } = comparison.prover;
  const came = unproven(comparison, before, after.view.dependents);
  const gone = unproven(comparison, after, before.view.dependents);
  const spot = ({ schema }: Dependent) => ({
    pointer: schema.pointer,
    value: schema.json,
  });
  for (const dependent of came) {
    const same = before.view.dependents.find(
      ({ name }) => name === dependent.name,
    );
    if (same) {
      comparison.compareInside(
        pair,
        space.of(same.schema),
        space.of(dependent.schema),
        pair.path,
        pair.effects,
      );
    } else {
      pair.report('dependent-schema-added', 'narrowed', {
        after: spot(dependent),
        message: `With its property ${quoted(dependent.name)}, ${
          pair.object
        } must now fit one more schema.`,
      });
    }
  }
  for (const dependent of gone) {
    const same = after.view.dependents.find(
      ({ name }) => name === dependent.name,
    );
    if (same) {
      comparison.compareInside(
        pair,
        space.of(dependent.schema),
        space.of(same.schema),
        pair.path,
        pair.effects,
      );
    } else {
      pair.report('dependent-schema-removed', 'widened', {
        before: spot(dependent),
        message: `With its property ${quoted(dependent.name)}, ${
          pair.object
        } need no longer fit one more schema.`,
      });
    }
  }
}

function compareOpaques(comparison: Comparison, pair: Pair): void {
  const came = unproven(comparison, pair.before, pair.after.view.opaques);
  const gone = unproven(comparison, pair.after, pair.before.view.opaques);
  const spot = ([opaque]: Opaque[]) =>
    opaque && spotOf(opaque.node, opaque.keyword);
  if (came.length > 0 || gone.length > 0) {
    const { keyword } = came[0] ?? gone[0];
    const isReference = keyword.startsWith('$');
    pair.report(
      isReference ? 'reference-changed' : 'keyword-malformed',
      'changed',
      {
        before: spot(gone),
        after: spot(came),
        message: isReference
          ? `${pair.subject} depends on a reference that can not be followed. Whether what was allowed still is can not be decided.`
          : `${pair.subject} has a value for \`${keyword}\` that it can not have. Whether what was allowed still is can not be decided.`,
      },
    );
  }
}
