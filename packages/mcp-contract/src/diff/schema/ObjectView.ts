import { addMentioned } from './reach';
import type { Closer, Core } from './elements';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';
import type { StateSpace } from './StateSpace';
import type { View } from './View';

/** What a state says of one property. */
export interface PropertyView {
  state: State;
  /** Some schema describes it: it is not just let pass. */
  declared: boolean;
  /** Whether some other schema is about it can't be told. */
  vague: boolean;
}

/** What a state says of objects. */
export class ObjectView {
  private readonly known = new Map<string, PropertyView>();
  private knownNames: ReadonlySet<string> | undefined;
  private knownListed: ReadonlyMap<string, readonly SchemaNode[]> | undefined;
  private knownWide: readonly Core[] | undefined;
  private knownRequired: ReadonlySet<string> | undefined;
  private knownMentioned: ReadonlySet<string> | undefined;
  private knownRequiring:
    | ReadonlyMap<string, { core: Core; index: number }>
    | undefined;

  constructor(
    private readonly view: View,
    private readonly space: StateSpace,
  ) {}

  /** Names that `properties` list. */
  get names(): ReadonlySet<string> {
    this.knownNames ??= new Set(this.listed.keys());
    return this.knownNames;
  }

  /** Schemas under `properties`, by name. */
  get listed(): ReadonlyMap<string, readonly SchemaNode[]> {
    if (!this.knownListed) {
      const listed = new Map<string, SchemaNode[]>();
      for (const { properties } of this.view.cores) {
        for (const [name, schema] of properties ?? []) {
          const schemas = listed.get(name);
          if (schemas) {
            schemas.push(schema);
          } else {
            listed.set(name, [schema]);
          }
        }
      }
      this.knownListed = listed;
    }
    return this.knownListed;
  }

  /** Cores that say something of properties that they do not list. */
  private get wideCores(): readonly Core[] {
    this.knownWide ??= this.view.cores.filter(
      ({ patterns, closer }) => patterns || closer,
    );
    return this.knownWide;
  }

  /** Names that are always there. */
  get required(): ReadonlySet<string> {
    this.knownRequired ??= this.findRequired();
    return this.knownRequired;
  }

  private findRequired(): ReadonlySet<string> {
    const { cores, presences } = this.view;
    const required = new Set(presences);
    for (const core of cores) {
      core.required?.forEach(name => required.add(name));
    }
    // A set takes in what is added while it is walked.
    for (const name of required) {
      for (const { dependentRequired } of cores) {
        dependentRequired?.get(name)?.forEach(other => required.add(other));
      }
    }
    return required;
  }

  /** Which core requires a name, and where in its list. */
  get requiring(): ReadonlyMap<string, { core: Core; index: number }> {
    if (!this.knownRequiring) {
      const requiring = new Map<string, { core: Core; index: number }>();
      for (const core of this.view.cores) {
        core.required?.forEach((name, index) => {
          if (!requiring.has(name)) {
            requiring.set(name, { core, index });
          }
        });
      }
      this.knownRequiring = requiring;
    }
    return this.knownRequiring;
  }

  /** Names that are always there, or if others are, or bring others. */
  get mentioned(): ReadonlySet<string> {
    if (!this.knownMentioned) {
      const names = new Set(this.view.presences);
      this.view.cores.forEach(core => addMentioned(core, names));
      this.knownMentioned = names;
    }
    return this.knownMentioned;
  }

  /** Patterns that matter to which schema a property has. */
  get patterns(): ReadonlySet<string> {
    const patterns = new Set<string>();
    for (const core of this.wideCores) {
      core.patterns?.forEach((_, pattern) => patterns.add(pattern));
      core.closer?.patterns.forEach(pattern => patterns.add(pattern));
      core.closer?.perhaps?.patterns.forEach(pattern => patterns.add(pattern));
    }
    return patterns;
  }

  /** No pattern and no schema for other properties is about it. */
  isListedOnly(name: string): boolean {
    return this.wideCores.every(
      ({ patterns, closer }) => !patterns && closer?.names.has(name),
    );
  }

  property(name: string): PropertyView {
    let property = this.known.get(name);
    if (!property) {
      property = this.findProperty(name);
      this.known.set(name, property);
    }
    return property;
  }

  private findProperty(name: string): PropertyView {
    const nodes: SchemaNode[] = [...(this.listed.get(name) ?? [])];
    let declared = nodes.length > 0;
    let vague = false;
    for (const core of this.wideCores) {
      for (const [pattern, schema] of core.patterns ?? []) {
        const matches = this.space.patterns.matches(pattern, name);
        declared ||= matches !== false;
        vague ||= matches === undefined;
        if (matches) {
          nodes.push(schema);
        }
      }
      const closes = core.closer && this.closes(core.closer, name);
      if (core.closer && closes !== false) {
        declared ||= this.saysSomething(core.closer.schema);
        if (closes) {
          nodes.push(core.closer.schema);
        }
      }
      vague ||= core.closer !== undefined && closes === undefined;
    }
    return { state: this.space.stateOf(nodes), declared, vague };
  }

  /** Whether it is about that name; undefined when that can't be told. */
  private closes(closer: Closer, name: string): boolean | undefined {
    const { names, patterns, perhaps } = closer;
    const matched = patterns.map(pattern =>
      this.space.patterns.matches(pattern, name),
    );
    if (names.has(name) || matched.includes(true)) {
      return false;
    }
    const isVague =
      matched.includes(undefined) ||
      (perhaps && this.isWithin(perhaps, name, true));
    return isVague ? undefined : true;
  }

  private isWithin(
    reach: View['reach'],
    name: string,
    withOpen: boolean,
  ): boolean {
    return (
      reach.all ||
      (withOpen && reach.open) ||
      reach.names.has(name) ||
      this.mayMatch(reach.patterns, name)
    );
  }

  private mayMatch(patterns: Iterable<string>, name: string): boolean {
    for (const pattern of patterns) {
      if (this.space.patterns.matches(pattern, name) !== false) {
        return true;
      }
    }
    return false;
  }

  /** Not only `false`, which describes nothing that may come. */
  private saysSomething(schema: SchemaNode): boolean {
    return (
      schema.json !== false &&
      this.space.closures.closureOf(schema).elements.length > 0
    );
  }

  /** True when some branch or condition may describe that property. */
  isWithinReach(name: string): boolean {
    return this.isWithin(this.view.reach, name, false);
  }

  /** What holds for a name that is not listed and matches just these patterns. */
  others(matched: ReadonlySet<string>): State {
    return this.space.stateOf(
      this.wideCores.flatMap(core => [
        ...patternSchemas(core, matched),
        ...(core.closer && closesOthers(core.closer, matched)
          ? [core.closer.schema]
          : []),
      ]),
    );
  }
}

/** Schemas of a core's patterns, of those that a name matches. */
export function patternSchemas(
  core: Core,
  matched: ReadonlySet<string>,
): SchemaNode[] {
  return [...(core.patterns ?? [])]
    .filter(([pattern]) => matched.has(pattern))
    .map(([, schema]) => schema);
}

function closesOthers(closer: Closer, matched: ReadonlySet<string>): boolean {
  const { patterns, perhaps } = closer;
  return (
    !patterns.some(pattern => matched.has(pattern)) &&
    !(
      perhaps &&
      (perhaps.all ||
        perhaps.open ||
        [...perhaps.patterns].some(pattern => matched.has(pattern)))
    )
  );
}
