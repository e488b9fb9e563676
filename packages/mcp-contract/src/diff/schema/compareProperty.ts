import type { Comparison } from './Comparison';
import type { Spot } from './Findings';
import type { Pair } from './Pair';
import type { State } from './State';
import { propertyPath, subject } from './wording';

/** One property of an object, that at least one of them names. */
export function compareProperty(
  comparison: Comparison,
  pair: Pair,
  name: string,
): void {
  if (isUnchanged(comparison, pair, name)) {
    return;
  }
  comparison.prover.space.budget.spend(3);
  const was = readProperty(comparison, pair.before, name);
  const is = readProperty(comparison, pair.after, name);
  const path = propertyPath(pair.path, name);
  const wasKnown = was.described || isSpokenOf(pair.before, name);
  const isKnown = is.described || isSpokenOf(pair.after, name);
  if (wasKnown && isKnown) {
    comparison.compareInside(pair, was.state, is.state, path);
    compareRequired(pair, path, was, is);
  } else if (isKnown) {
    reportAdded(pair, path, was, is);
  } else if (wasKnown) {
    reportRemoved(pair, path, was, is);
  } else {
    compareRequired(pair, path, was, is);
  }
}

/** In a hurry, as is most often the case. */
function isUnchanged(
  { prover }: Comparison,
  { before, after }: Pair,
  name: string,
): boolean {
  const was = before.view.objects;
  const is = after.view.objects;
  const listed = [was.listed.get(name), is.listed.get(name)];
  const [one, other] = listed.map(schemas =>
    schemas?.length === 1 ? schemas[0] : undefined,
  );
  return (
    was.required.has(name) === is.required.has(name) &&
    one !== undefined &&
    other !== undefined &&
    was.isListedOnly(name) &&
    is.isListedOnly(name) &&
    prover.sameText.of(one, other)
  );
}

/** A branch or a condition may describe it, or it is required. */
function isSpokenOf({ view }: State, name: string): boolean {
  return (
    view.objects.mentioned.has(name) ||
    (!view.isPlain && view.objects.isWithinReach(name))
  );
}

interface Property {
  state: State;
  /** Some schema is about it, be it the one for all other properties. */
  described: boolean;
  /** It can't be there. */
  impossible: boolean;
  required: boolean;
  spot: Spot | undefined;
  requiredSpot: Spot | undefined;
}

function readProperty(
  { prover }: Comparison,
  state: State,
  name: string,
): Property {
  const { objects } = state.view;
  const property = objects.property(name);
  const impossible = prover.isEmptyInside(property.state);
  const listed = objects.listed.get(name)?.[0];
  const requiring = objects.requiring.get(name);
  return {
    state: property.state,
    described: property.declared && !impossible,
    impossible,
    required: objects.required.has(name),
    spot: listed && { pointer: listed.pointer, value: listed.json },
    requiredSpot: requiring && {
      pointer: requiring.core.node.pointerTo('required', requiring.index),
      value: name,
    },
  };
}

function compareRequired(
  pair: Pair,
  path: string,
  was: Property,
  is: Property,
): void {
  const spots = {
    before: was.requiredSpot ?? was.spot,
    after: is.requiredSpot ?? is.spot,
  };
  const what = subject(path, pair.side);
  if (is.required && !was.required) {
    pair.report('property-required', 'narrowed', {
      ...spots,
      message:
        pair.side === 'input'
          ? `${what} is now required.`
          : `${what} is now always there.`,
    });
  } else if (was.required && !is.required) {
    pair.report('property-optional', 'widened', {
      ...spots,
      message:
        pair.side === 'input'
          ? `${what} is no longer required.`
          : `${what} may now be missing.`,
    });
  }
}

function reportAdded(
  pair: Pair,
  path: string,
  was: Property,
  is: Property,
): void {
  const what = subject(path, pair.side);
  const after = is.spot ?? is.requiredSpot;
  if (pair.side === 'output') {
    if (was.impossible) {
      pair.report('property-added-to-closed', 'widened', {
        after,
        message: `${what} was added to an object that was closed.`,
      });
    } else {
      pair.mention('property-added', {
        after,
        message: `${what} was added.`,
      });
    }
  } else if (is.required && !was.required) {
    pair.report('property-added-required', 'narrowed', {
      after,
      message: `${what} was added and is required.`,
    });
  } else {
    pair.mention('property-added', {
      after,
      message: `${what} was added; it is optional.`,
    });
  }
}

function reportRemoved(
  pair: Pair,
  path: string,
  was: Property,
  is: Property,
): void {
  const what = subject(path, pair.side);
  const before = was.spot ?? was.requiredSpot;
  if (pair.side === 'input') {
    if (is.impossible) {
      pair.report('property-removed', 'narrowed', {
        before,
        message: `${what} was removed and is now refused.`,
      });
    } else {
      pair.mention('property-ignored', {
        before,
        message: `${what} was removed; who sends it is not refused, but it is ignored.`,
      });
    }
  } else if (was.required && !is.required) {
    pair.report('property-removed', 'widened', {
      before,
      message: `${what} was removed; it was always there.`,
    });
  } else if (is.impossible) {
    pair.report('optional-property-removed', 'narrowed', {
      before,
      message: `${what} was removed; it was optional.`,
    });
  } else {
    pair.mention('property-undeclared', {
      before,
      message: `${what} is no longer declared; it was optional.`,
    });
  }
}
