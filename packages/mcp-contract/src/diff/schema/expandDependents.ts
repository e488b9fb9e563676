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
  // What is required is required of objects only.
  if (
    !elements.some(({ kind }) => kind === 'dependent') ||
    !elements.some(isOfObjects)
  ) {
    return elements;
  }
  const found = new Set(elements);
  const required = new Set<string>();
  const waiting = new Map<string, Dependent[]>();
  const done = new Set<Element>();
  const activate = (dependent: Dependent) => {
    budget.spend();
    done.add(dependent);
    // A set takes in what is added while it is walked.
    for (const element of closures.closureOf(dependent.schema).elements) {
      found.add(element);
    }
  };
  for (const element of found) {
    if (element.kind !== 'dependent') {
      for (const name of requiredBy(element)) {
        required.add(name);
        waiting.get(name)?.splice(0).forEach(activate);
      }
    } else if (required.has(element.name)) {
      activate(element);
    } else {
      waiting.set(element.name, [
        ...(waiting.get(element.name) ?? []),
        element,
      ]);
    }
  }
  return done.size === 0
    ? elements
    : [...found].filter(element => !done.has(element));
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
