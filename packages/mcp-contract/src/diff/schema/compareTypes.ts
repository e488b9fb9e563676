import type { Spot } from './Findings';
import { ALL_TYPES, NULL } from './jsonTypes';
import { type Pair, spotOf } from './Pair';
import type { State } from './State';
import { typesText, typesValue } from './wording';

/** Reports types that came and went; returns those that both allow. */
export function compareTypes(pair: Pair, listsValues: boolean): number {
  const was = pair.before.view.types;
  const is = pair.after.view.types;
  const common = was & is;
  if (was === is || listsValues) {
    return common;
  }
  const gone = was & ~is;
  const came = is & ~was;
  const spots = {
    before: spotOfTypes(pair.before),
    after: spotOfTypes(pair.after),
  };
  if (gone === NULL && common !== 0) {
    pair.report('null-disallowed', 'narrowed', {
      ...spots,
      message: `${pair.subject} may no longer be null.`,
    });
  } else if (came === NULL && common !== 0) {
    pair.report('null-allowed', 'widened', {
      ...spots,
      message: `${pair.subject} may now be null.`,
    });
  }
  const goneOther = gone === NULL && common !== 0 ? 0 : gone;
  const cameOther = came === NULL && common !== 0 ? 0 : came;
  const message = `${pair.subject} is now ${typesText(is)}; it was ${typesText(
    was,
  )}.`;
  if (goneOther && cameOther && pair.isAtRisk) {
    pair.report('type-changed', 'changed', { ...spots, message });
  } else if (goneOther) {
    pair.report('type-narrowed', 'narrowed', { ...spots, message });
  } else if (cameOther) {
    pair.report('type-widened', 'widened', { ...spots, message });
  }
  return common;
}

function spotOfTypes({ view, origins }: State): Spot | undefined {
  const value = view.types === ALL_TYPES ? undefined : typesValue(view.types);
  const core = view.cores.find(({ types }) => types !== undefined);
  if (core) {
    return spotOf(core.node, 'type', value);
  }
  const [union] = view.unions;
  if (union) {
    return spotOf(union.node, union.keyword, value);
  }
  return origins[0] && { pointer: origins[0].pointer, value };
}
