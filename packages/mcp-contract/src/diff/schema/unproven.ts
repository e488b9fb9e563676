import type { Comparison } from './Comparison';
import type { Element } from './elements';
import type { State } from './State';

/** Those of the elements that the state does not certainly say. */
export function unproven<T extends Element>(
  { prover }: Comparison,
  state: State,
  elements: readonly T[],
): T[] {
  return elements.filter(
    element => !prover.provesElement(state, element, false),
  );
}
