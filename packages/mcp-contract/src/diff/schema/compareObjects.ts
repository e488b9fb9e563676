import { getOwn, isJsonObject } from '../../canonical/JsonValue';
import { compareCodeUnits } from '../../canonical/writeCanonicalJson';
import type { Comparison } from './Comparison';
import { compareCounts } from './compareCounts';
import { compareOtherProperties } from './compareOtherProperties';
import { compareProperty } from './compareProperty';
import type { Spot } from './Findings';
import { type Pair, spotIn, spotOf } from './Pair';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';
import { propertyPath, subject } from './wording';

/** Objects, where both allow them. */
export function compareObjects(comparison: Comparison, pair: Pair): void {
  const names = new Set([...namesOf(pair.before), ...namesOf(pair.after)]);
  for (const name of [...names].sort(compareCodeUnits)) {
    compareProperty(comparison, pair, name);
  }
  compareOtherProperties(comparison, pair);
  comparePropertyNames(comparison, pair);
  compareDependentRequired(pair);
  compareCounts(pair, {
    min: 'minProperties',
    max: 'maxProperties',
    rule: 'property-count',
    one: 'property',
    many: 'properties',
  });
}

function namesOf({ view: { objects } }: State): Iterable<string> {
  return [...objects.names, ...objects.required];
}

function comparePropertyNames({ prover }: Comparison, pair: Pair): void {
  const was = nameState(prover.space, pair.before);
  const is = nameState(prover.space, pair.after);
  const fits = prover.includes(was, is, false);
  const fitted = prover.includes(is, was, false);
  if (fits && fitted) {
    return;
  }
  const spot = (state: State) =>
    spotIn(state, 'propertyNames', ({ propertyNames }) => propertyNames);
  const spots = { before: spot(pair.before), after: spot(pair.after) };
  if (fits) {
    pair.report('property-names-loosened', 'widened', {
      ...spots,
      message: `${pair.subject} may now have properties with other names.`,
    });
  } else if (fitted) {
    pair.report('property-names-tightened', 'narrowed', {
      ...spots,
      message: `${pair.subject} may no longer have properties with all names that were allowed.`,
    });
  } else {
    pair.report('property-names-changed', 'changed', {
      ...spots,
      message: `${pair.subject} may have properties with other names than before. Whether all that were allowed still are can not be decided.`,
    });
  }
}

function nameState(
  space: Comparison['prover']['space'],
  { view }: State,
): State {
  return space.stateOf(view.cores.flatMap(core => core.propertyNames ?? []));
}

function compareDependentRequired(pair: Pair): void {
  const was = dependenciesOf(pair.before);
  const is = dependenciesOf(pair.after);
  for (const [key, { name, other, spot }] of is) {
    if (!was.has(key) && !pair.before.view.objects.required.has(other)) {
      pair.report('dependent-required-added', 'narrowed', {
        after: spot,
        message: `With ${place(pair, name)}, ${place(
          pair,
          other,
        )} is now required.`,
      });
    }
  }
  for (const [key, { name, other, spot }] of was) {
    if (!is.has(key) && !pair.after.view.objects.required.has(other)) {
      pair.report('dependent-required-removed', 'widened', {
        before: spot,
        message: `With ${place(pair, name)}, ${place(
          pair,
          other,
        )} is no longer required.`,
      });
    }
  }
}

function place({ path, side }: Pair, name: string): string {
  return subject(propertyPath(path, name), side);
}

interface Dependency {
  name: string;
  other: string;
  spot: Spot;
}

function dependenciesOf({ view }: State): Map<string, Dependency> {
  const found = new Map<string, Dependency>();
  for (const { dependentRequired, node } of view.cores) {
    for (const [name, others] of dependentRequired ?? []) {
      others.forEach((other, index) => {
        const spot = spotOfDependency(node, name, index, other);
        found.set(JSON.stringify([name, other]), { name, other, spot });
      });
    }
  }
  return found;
}

/** In whichever keyword lists it: it may be in the one of older drafts. */
function spotOfDependency(
  node: SchemaNode,
  name: string,
  index: number,
  other: string,
): Spot {
  for (const keyword of ['dependentRequired', 'dependencies']) {
    const map = spotOf(node, keyword).value;
    const list = isJsonObject(map) ? getOwn(map, name) : undefined;
    if (Array.isArray(list)) {
      const position = list[index] === other ? index : list.indexOf(other);
      if (position >= 0) {
        const pointer = `${node.pointerTo(keyword, name)}/${position}`;
        return { pointer, value: other };
      }
    }
  }
  return { pointer: node.pointer };
}
