import type { Budget } from './Budget';
import { Closures } from './closures';
import type {
  Dependent,
  Element,
  PresenceCase,
  TypeCase,
  Union,
} from './elements';
import { OBJECT } from './jsonTypes';
import { Patterns } from './patterns';
import type { NextId, SchemaNode } from './SchemaDocument';
import type { State } from './State';
import { View } from './View';

interface Parts {
  origins: readonly SchemaNode[];
  nodes: readonly SchemaNode[];
  elements: readonly Element[];
  whole: boolean;
  cases: number;
}

/** Makes states, each once. */
export class StateSpace {
  readonly closures: Closures;
  readonly patterns: Patterns;
  /** Says nothing: everything is in it. */
  readonly anything: State;

  private readonly states = new Map<string, State>();
  private readonly byNode = new Map<SchemaNode, State>();
  private readonly meanings = new Map<readonly Element[], number>();
  private readonly unionCases = new Map<string, readonly State[]>();
  private readonly typeCases = new Map<number, TypeCase>();
  private readonly presenceCases = new Map<string, PresenceCase>();

  constructor(private readonly nextId: NextId, readonly budget: Budget) {
    this.closures = new Closures(nextId, budget);
    this.patterns = new Patterns(budget);
    this.anything = this.stateOf([]);
  }

  /** The state of one schema. */
  of(node: SchemaNode): State {
    let state = this.byNode.get(node);
    if (!state) {
      const { nodes, elements } = this.closures.closureOf(node);
      state = this.build({
        origins: [node],
        nodes,
        elements,
        whole: true,
        cases: 1,
      });
      this.byNode.set(node, state);
    }
    return state;
  }

  /** The state in which all of these hold. */
  stateOf(nodes: readonly SchemaNode[]): State {
    const origins = inOrder(nodes);
    if (origins.length === 1) {
      return this.of(origins[0]);
    }
    const key = origins.map(({ id }) => id).join();
    const known = this.states.get(key);
    if (known) {
      return known;
    }
    const closures = origins.map(node => this.closures.closureOf(node));
    return this.create(key, {
      origins,
      nodes: unique(closures.flatMap(closure => closure.nodes)),
      elements: unique(closures.flatMap(closure => closure.elements)),
      whole: true,
      cases: 1,
    });
  }

  /** The state in which both hold. */
  meet(one: State, other: State): State {
    return one.whole && other.whole
      ? this.stateOf([...one.origins, ...other.origins])
      : this.derive({
          origins: [...one.origins, ...other.origins],
          nodes: [...one.nodes, ...other.nodes],
          elements: [...one.elements, ...other.elements],
          whole: false,
          cases: Math.max(one.cases, other.cases),
        });
  }

  /** One case of a state: something in it, and what that comes to here. */
  replace(
    state: State,
    element: Element,
    by: readonly SchemaNode[],
    options: { cases: number; also?: Element },
  ): State {
    const closures = by.map(node => this.closures.closureOf(node));
    return this.derive({
      origins: [...state.origins, ...by],
      nodes: [...state.nodes, ...closures.flatMap(closure => closure.nodes)],
      elements: [
        ...state.elements.filter(other => other !== element),
        ...closures.flatMap(closure => closure.elements),
        ...(options.also ? [options.also] : []),
      ],
      whole: state.whole && options.also === undefined,
      cases: state.cases * options.cases,
    });
  }

  /** The cases of a union. */
  casesOf(state: State, union: Union): readonly State[] {
    const key = `${state.id} ${union.id}`;
    let cases = this.unionCases.get(key);
    if (!cases) {
      cases = union.branches.map(branch =>
        this.replace(state, union, [branch], { cases: union.branches.length }),
      );
      this.unionCases.set(key, cases);
    }
    return cases;
  }

  /** What a state says besides. */
  without(state: State, element: Element): State {
    return this.derive({
      ...state,
      // They say the element, too.
      origins: [],
      elements: state.elements.filter(other => other !== element),
      whole: false,
    });
  }

  /** The case of values of these types. */
  withTypes(state: State, types: number, cases: number): State {
    let element = this.typeCases.get(types);
    if (!element) {
      element = { kind: 'types', id: this.nextId(), types };
      this.typeCases.set(types, element);
    }
    return this.with(state, element, cases);
  }

  /** The case of objects with that property. */
  withPresence(state: State, name: string): State {
    let element = this.presenceCases.get(name);
    if (!element) {
      element = { kind: 'presence', id: this.nextId(), name };
      this.presenceCases.set(name, element);
    }
    return this.with(state, element, 1);
  }

  with(state: State, element: Element, cases: number): State {
    return this.derive({
      ...state,
      elements: [...state.elements, element],
      whole: false,
      cases: state.cases * cases,
    });
  }

  private derive(parts: Parts): State {
    this.budget.spend(
      1 + (parts.origins.length >> 2) + (parts.elements.length >> 2),
    );
    const origins = inOrder(parts.origins);
    const elements = unique(parts.elements);
    const key = `${origins.map(({ id }) => id).join()}|${elements
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join()}`;
    return (
      this.states.get(key) ??
      this.create(key, {
        ...parts,
        origins,
        elements,
        nodes: unique(parts.nodes),
      })
    );
  }

  private create(key: string, parts: Parts): State {
    const state = this.build(parts);
    this.states.set(key, state);
    return state;
  }

  private build(parts: Parts): State {
    this.budget.spend(1 + (parts.elements.length >> 3));
    const elements = this.expandDependents(parts.elements);
    let meaning = this.meanings.get(elements);
    if (meaning === undefined) {
      meaning = this.nextId();
      this.meanings.set(elements, meaning);
    }
    return new LazyState(this.nextId(), meaning, { ...parts, elements }, this);
  }

  /** Where a property is required, what depends on it holds. */
  private expandDependents(elements: readonly Element[]): readonly Element[] {
    if (!elements.some(({ kind }) => kind === 'dependent')) {
      return elements;
    }
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
      this.budget.spend();
      current = unique([
        ...current.filter(element => !active.includes(element as Dependent)),
        ...active.flatMap(
          ({ schema }) => this.closures.closureOf(schema).elements,
        ),
      ]).filter(
        // A dependent that leads to itself again is done.
        element => !active.includes(element as Dependent),
      );
    }
    return current;
  }
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

/** Most states are never looked at closely. */
class LazyState implements State {
  readonly origins: readonly SchemaNode[];
  readonly nodes: readonly SchemaNode[];
  readonly elements: readonly Element[];
  readonly whole: boolean;
  readonly cases: number;
  private cached: View | undefined;

  constructor(
    readonly id: number,
    readonly meaning: number,
    parts: Parts,
    private readonly space: StateSpace,
  ) {
    this.origins = parts.origins;
    this.nodes = parts.nodes;
    this.elements = parts.elements;
    this.whole = parts.whole;
    this.cases = parts.cases;
  }

  get view(): View {
    this.cached ??= new View(this, this.space);
    return this.cached;
  }
}

function inOrder(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return nodes.length < 2 ? nodes : unique(nodes).sort((a, b) => a.id - b.id);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
