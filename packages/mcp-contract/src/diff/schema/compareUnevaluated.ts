import type { Comparison } from './Comparison';
import type { Core } from './elements';
import { type Pair, spotOf } from './Pair';
import { unproven } from './unproven';

interface Unevaluated {
  is: (core: Core) => boolean;
  keyword: 'unevaluatedItems' | 'unevaluatedProperties';
}

/** Where what is left over depends on the value. */
export function compareUnevaluated(
  comparison: Comparison,
  pair: Pair,
  { is, keyword }: Unevaluated,
): void {
  const { before, after } = pair;
  const came = unproven(comparison, before, after.view.cores.filter(is));
  const gone = unproven(comparison, after, before.view.cores.filter(is));
  const spot = ([core]: Core[]) => core && spotOf(core.node, keyword);
  const report = { before: spot(gone), after: spot(came) };
  if (came.length > 0 && gone.length > 0) {
    pair.report('unevaluated-changed', 'changed', {
      ...report,
      message: `${pair.subject} allows other things where nothing else describes them. Whether what was allowed still is can not be decided.`,
    });
    return;
  }
  if (keyword === 'unevaluatedProperties') {
    // That there are none, or others, is told where these are compared.
    return;
  }
  if (came.length > 0) {
    pair.report('items-restricted', 'narrowed', {
      ...report,
      message: `Items of ${pair.object} that nothing else describes must now fit a schema.`,
    });
  } else if (gone.length > 0) {
    pair.report('items-unrestricted', 'widened', {
      ...report,
      message: `Items of ${pair.object} that nothing else describes can now be anything.`,
    });
  }
}
