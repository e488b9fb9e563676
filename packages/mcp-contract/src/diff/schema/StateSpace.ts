import type { Budget } from './Budget';
import { Closures } from './closures';
import type {
  Beside,
  Element,
  PresenceCase,
  TypeCase,
  Union,
} from './elements';
import { expandDependents } from './expandDependents';
import { LazyState } from './LazyState';
import { Patterns } from './patterns';
import type { NextId, SchemaNode } from './SchemaDocument';
import type { State } from './State';

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
  private readonly besides = new Map<string, Beside>();
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
      whole:
        state.whole &&
        (options.also === undefined || options.also.kind === 'beside'),
      cases: state.cases * options.cases,
    });
  }

  /** The cases of a union. */
  casesOf(state: State, union: Union): readonly State[] {
    const key = `${state.id} ${union.id}`;
    let cases = this.unionCases.get(key);
    if (!cases) {
      cases = union.branches.map(branch =>
        this.replace(state, union, [branch], {
          cases: union.branches.length,
          also: this.besideBranch(union, branch),
        }),
      );
      this.unionCases.set(key, cases);
    }
    return cases;
  }

  /** Of a `oneOf` no other branch holds. */
  private besideBranch(union: Union, branch: SchemaNode): Beside | undefined {
    return union.keyword === 'anyOf'
      ? this.besideOf(
          `${union.id} of ${branch.id}`,
          union.branches.filter(other => other !== branch),
        )
      : undefined;
  }

  /** The cases in which a branch beside does not hold, and does. */
  casesBeside(state: State, beside: Beside, branch: SchemaNode): State[] {
    const others = beside.branches.filter(other => other !== branch);
    const left = this.besideOf(`${beside.id} ${branch.id}`, others);
    return [[], [branch]].map(by =>
      this.replace(state, beside, by, { cases: 2, also: left }),
    );
  }

  private besideOf(key: string, branches: readonly SchemaNode[]): Beside {
    let beside = this.besides.get(key);
    if (!beside) {
      beside = { kind: 'beside', id: this.nextId(), branches };
      this.besides.set(key, beside);
    }
    return beside;
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
    this.budget.spend(3 + (parts.elements.length >> 2));
    const elements = expandDependents(
      parts.elements,
      this.closures,
      this.budget,
    );
    let meaning = this.meanings.get(elements);
    if (meaning === undefined) {
      meaning = this.nextId();
      this.meanings.set(elements, meaning);
    }
    return new LazyState(this.nextId(), meaning, { ...parts, elements }, this);
  }
}

function inOrder(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return nodes.length < 2 ? nodes : unique(nodes).sort((a, b) => a.id - b.id);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
