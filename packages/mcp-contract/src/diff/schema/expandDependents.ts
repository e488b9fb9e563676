import type { Budget } from './Budget';
import type { Closures } from './closures';
import type { Dependent, Element } from './elements';
import { OBJECT } from './jsonTypes';

/** Where a property is required, what depends on it holds. */
export function expandDependents(
  elements: readonly Element[],
  closures: Closures,
  budget: Budget,
): readonly Element[] {
  if (!elements.some(({ kind }) => kind === 'dependent')) {
    return elements;
  }
  const done = new Set<Element>();
  let current = elements;
  // What is required is required of objects only.
  while (current.some(isOfObjects)) {
    const required = new Set(current.flatMap(requiredBy));
    const active = current.filter(
      (element): element is Dependent =>
        element.kind === 'dependent' && required.has(element.name),
    );
    if (active.length === 0) {
      return current;
    }
    budget.spend();
    // A dependent that leads to itself again is done.
    active.forEach(dependent => done.add(dependent));
    const following = active.flatMap(
      ({ schema }) => closures.closureOf(schema).elements,
    );
    current = [...new Set([...current, ...following])].filter(
      element => !done.has(element),
    );
  }
  return current;
}

function isOfObjects(element: Element): boolean {
  return (
    element.kind === 'presence' ||
    (element.kind === 'core' && element.types === OBJECT) ||
    (element.kind === 'types' && element.types === OBJECT)
  );
}

function requiredBy(element: Element): readonly string[] {
  if (element.kind === 'presence') {
    return [element.name];
  }
  return (element.kind === 'core' && element.required) || [];
}
