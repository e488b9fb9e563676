import { getOwn } from '../../canonical/JsonValue';
import type { Budget } from './Budget';
import { hasMeaning } from './dialects';
import { Core, type Element, type Reach } from './elements';
import { emptyReach, hasUnevaluated, Reaches } from './reach';
import { readElements } from './readElements';
import type { OwnElements } from './reading';
import type { NextId, SchemaNode } from './SchemaDocument';

/** All that holds where a schema holds. */
export interface Closure {
  /** The schema itself first, then what its references and `allOf` add. */
  nodes: SchemaNode[];
  elements: Element[];
}

/** Puts schemas together with what they refer to and their `allOf`. */
export class Closures {
  private readonly own = new Map<SchemaNode, OwnElements>();
  private readonly closures = new Map<SchemaNode, Closure>();
  readonly reaches: Reaches;
  private readonly gathering = new Set<SchemaNode>();

  constructor(
    private readonly nextId: NextId,
    private readonly budget: Budget,
  ) {
    this.reaches = new Reaches(this, budget);
  }

  ownElements(node: SchemaNode): OwnElements {
    let own = this.own.get(node);
    if (!own) {
      this.budget.spend();
      own = readElements(node, this.nextId);
      this.own.set(node, own);
    }
    return own;
  }

  closureOf(node: SchemaNode): Closure {
    let closure = this.closures.get(node);
    if (!closure) {
      closure = this.budget.deeper(() => this.gather(node));
      this.closures.set(node, closure);
    }
    return closure;
  }

  /**
   * A schema that is nothing but a reference says what its target says: that
   * the list of elements is the same one tells that they mean the same.
   */
  private aliasOf(
    root: SchemaNode,
    { elements, inPlace }: OwnElements,
  ): Closure | undefined {
    const target = inPlace[0].schema;
    if (
      elements.length > 0 ||
      inPlace.length > 1 ||
      this.gathering.has(target)
    ) {
      return undefined;
    }
    this.gathering.add(root);
    const closure = this.closureOf(target);
    this.gathering.delete(root);
    return { nodes: [root, ...closure.nodes], elements: closure.elements };
  }

  /** Keeps its own stack: a chain of references may be longer than ours. */
  private gather(root: SchemaNode): Closure {
    const own = this.ownElements(root);
    if (!hasUnevaluated(root)) {
      if (own.inPlace.length === 0) {
        return { nodes: [root], elements: own.elements };
      }
      const alias = this.aliasOf(root, own);
      if (alias) {
        return alias;
      }
    }
    const closure: Closure = { nodes: [], elements: [] };
    const seen = new Set<SchemaNode>();
    const path = new Set<SchemaNode>();
    const stack = [{ node: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const { node } = top;
      const { elements, inPlace } = this.ownElements(node);
      if (top.next === 0) {
        this.budget.spend();
        seen.add(node);
        path.add(node);
        closure.nodes.push(node);
        closure.elements.push(...elements);
      }
      const following = inPlace[top.next];
      top.next += 1;
      if (!following) {
        stack.pop();
        path.delete(node);
        if (node !== root && hasUnevaluated(node)) {
          closure.elements.push(...this.closureOf(node).elements);
        }
      } else if (path.has(following.schema)) {
        closure.elements.push(this.cycle(node, following));
      } else if (!seen.has(following.schema)) {
        stack.push({ node: following.schema, next: 0 });
      }
    }
    if (hasUnevaluated(root)) {
      closure.elements.push(...this.unevaluated(root, closure));
    }
    closure.elements = [...new Set(closure.elements)];
    return closure;
  }

  /** A schema that refers to itself in place: no validator comes to an end. */
  private cycle(
    node: SchemaNode,
    { keyword, reference }: OwnElements['inPlace'][number],
  ): Element {
    return {
      kind: 'opaque',
      id: this.nextId(),
      node,
      keyword,
      text: `cycle ${reference}`,
    };
  }

  private unevaluated(node: SchemaNode, closure: Closure): Element[] {
    const elements: Element[] = [];
    for (const keyword of ['unevaluatedProperties', 'unevaluatedItems']) {
      const core = new Core(this.nextId(), node);
      const schema = node.child(keyword);
      const isThere = getOwn(node.json as never, keyword) !== undefined;
      if (isThere && hasMeaning(keyword, node.document.dialect ?? 0)) {
        if (!schema) {
          elements.push({
            kind: 'opaque',
            id: this.nextId(),
            node,
            keyword,
            text: undefined,
          });
        } else if (
          keyword === 'unevaluatedItems'
            ? this.closeItems(core, schema, closure)
            : this.closeProperties(core, schema, closure)
        ) {
          elements.push(core);
        }
      }
    }
    return elements;
  }

  /** False when nothing is left unevaluated. */
  private closeProperties(
    core: Core,
    schema: SchemaNode,
    { elements }: Closure,
  ): boolean {
    const names = new Set<string>();
    const patterns = new Set<string>();
    const perhaps: Reach = emptyReach();
    let depends = false;
    for (const element of elements) {
      if (element.kind === 'core') {
        if (element.closer) {
          return false;
        }
        element.properties?.forEach((_, name) => names.add(name));
        element.patterns?.forEach((_, pattern) => patterns.add(pattern));
      } else {
        depends = true;
        this.reaches.add(element, perhaps);
      }
    }
    core.closer = {
      schema,
      keyword: 'unevaluatedProperties',
      names,
      patterns: [...patterns],
      ...(depends && { perhaps }),
    };
    return true;
  }

  /** False when nothing is left unevaluated. */
  private closeItems(
    core: Core,
    schema: SchemaNode,
    { elements }: Closure,
  ): boolean {
    let from = 0;
    let depends = false;
    for (const element of elements) {
      if (element.kind === 'core') {
        if (element.tail) {
          return false;
        }
        from = Math.max(from, element.prefix?.length ?? 0);
        // What `contains` matched counts as evaluated.
        depends ||= element.contains !== undefined;
      } else {
        depends = true;
      }
    }
    core.tail = { schema, keyword: 'unevaluatedItems', from, depends };
    return true;
  }
}
